import { plainText, slug } from '@togglemaster/rules';
import { z } from 'zod';

export const project = z.object({
  key: slug,
  name: plainText(100).min(1),
  createdAt: z.iso.datetime(),
});
export type Project = z.infer<typeof project>;

export const environment = z.object({
  project: slug,
  key: slug,
  name: plainText(100).min(1),
  /** Changes here need somebody else's approval. */
  protected: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Environment = z.infer<typeof environment>;
