import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { DEFAULT_REMOVAL_LIMITS } from '../plan';

const KEY = 'terrastage.users';

const sources = (fallback: string) =>
  z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .transform(value => (Array.isArray(value) ? value : [value]))
    .default([fallback]);

const usersSchema = z
  .strictObject({
    files: z
      .strictObject({
        users: sources('catalog/users.yaml'),
        groups: sources('catalog/groups.yaml'),
      })
      .prefault({}),
    cognito: z
      .strictObject({
        userPoolId: z.string().min(1),
        region: z.string().min(1).optional(),
        endpoint: z.url().optional(),
      })
      .optional(),
    managedBy: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
      .default('terrastage'),
    invitation: z.enum(['email', 'none']).default('email'),
    maxRemovalShare: z
      .number()
      .min(0)
      .max(1)
      .default(DEFAULT_REMOVAL_LIMITS.maxRemovalShare),
    minRemovals: z
      .number()
      .int()
      .min(1)
      .default(DEFAULT_REMOVAL_LIMITS.minRemovals),
    concurrency: z.number().int().min(1).max(50).default(5),
    // Read by Backstage's own reader; here only let through.
    schedule: z.unknown().optional(),
  })
  .prefault({});

export type UsersConfig = Omit<z.infer<typeof usersSchema>, 'schedule'> & {
  /** Relative files start here. */
  root: string;
};

/**
 * Reads `terrastage.users`.
 *
 * @throws InputError that names the key which is wrong
 */
export function readUsersConfig(
  config: Config,
  cwd: string = process.cwd(),
): UsersConfig {
  const parsed = usersSchema.safeParse(config.getOptional(KEY));
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(`${[KEY, ...path].join('.')}: ${message}`);
  }
  return { ...parsed.data, root: rootOf(cwd) };
}

/**
 * The nearest folder above with a package.json of workspaces: the repository, or
 * what the image has of it. The portal and the command run in different folders
 * below it and mean the same files.
 */
function rootOf(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (
      existsSync(file) &&
      'workspaces' in JSON.parse(readFileSync(file, 'utf8'))
    ) {
      return folder;
    }
    if (folder === dirname(folder)) return cwd;
  }
}
