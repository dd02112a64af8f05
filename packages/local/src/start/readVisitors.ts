import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import type { Visitor } from './Visitor';

const userSchema = z.object({
  kind: z.literal('User'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    profile: z.object({ displayName: z.string() }).partial().optional(),
  }),
});

/**
 * The seeded users, in the order of the file.
 *
 * @param file - catalog/users.yaml
 * @throws Error where it holds something else
 */
export async function readVisitors(file: string): Promise<Visitor[]> {
  const documents = parseAllDocuments(await readFile(file, 'utf8'));
  return documents.map(document => {
    const { metadata, spec } = userSchema.parse(document.toJS());
    return {
      name: metadata.name,
      displayName: spec.profile?.displayName ?? metadata.name,
      entityRef: `user:default/${metadata.name}`,
    };
  });
}
