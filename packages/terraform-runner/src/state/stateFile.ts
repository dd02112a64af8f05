import { z } from 'zod';
import type { JsonValue } from '../protocol';

const instanceSchema = z.object({
  index_key: z.union([z.string(), z.number()]).optional(),
  deposed: z.string().optional(),
  attributes: z.record(z.string(), z.custom<JsonValue>()).nullish(),
});

/** What every state has, also one that OpenTofu encrypted. */
const headSchema = z.object({
  lineage: z.string().min(1),
  serial: z.number().int().nonnegative(),
});

/**
 * A state of format 4, which Terraform has written since 0.12 and OpenTofu always has. The format is not a
 * public interface, but `terraform show -json` of a state tells neither lineage nor serial and takes 2 s.
 */
const bodySchema = z.object({
  version: z.literal(4),
  terraform_version: z.string(),
  outputs: z
    .record(
      z.string(),
      z.object({
        value: z.custom<JsonValue>(),
        sensitive: z.boolean().default(false),
      }),
    )
    .default({}),
  resources: z
    .array(
      z.object({
        mode: z.string(),
        module: z.string().optional(),
        type: z.string(),
        name: z.string(),
        instances: z.array(instanceSchema),
      }),
    )
    .default([]),
});

export type StateHead = z.infer<typeof headSchema>;
export type StateBody = z.infer<typeof bodySchema>;

export type StateFile = StateHead & {
  /** Absent when the format is another one, such as an encrypted state. */
  body?: StateBody;
};

/** @throws SyntaxError or ZodError when the text is no state */
export function parseStateFile(text: string): StateFile {
  const json = JSON.parse(text);
  return {
    ...headSchema.parse(json),
    body: bodySchema.safeParse(json).data,
  };
}
