import { slug } from '@togglemaster/rules';
import { z } from 'zod';

/** The environment that a rule or segment belongs to. */
export const place = z.strictObject({ project: slug, environment: slug });
export type Place = z.infer<typeof place>;
