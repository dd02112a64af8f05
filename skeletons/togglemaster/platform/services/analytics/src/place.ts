import { z } from 'zod';

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,49}$/);

export const place = { project: slug, environment: slug };
export const flagKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);
