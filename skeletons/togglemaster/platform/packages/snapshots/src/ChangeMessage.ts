import { z } from 'zod';

/** What is published when a half of an environment went to a new version. */
export const changeMessage = z.object({
  source: z.enum(['flags', 'targeting']),
  project: z.string(),
  environment: z.string(),
  from: z.number(),
  version: z.number(),
  /** The entries that differ; absent: all of them may. */
  keys: z.array(z.string()).optional(),
});

export type ChangeMessage = z.infer<typeof changeMessage>;
