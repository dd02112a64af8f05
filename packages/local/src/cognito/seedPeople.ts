import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  CognitoUserPool,
  createTextReader,
  DEFAULT_REMOVAL_LIMITS,
  generatePassword,
  readDirectory,
  syncUsers,
  type AuditLog,
} from '@terrastage/plugin-catalog-backend-module-cognito/sync';
import { z } from 'zod';
import type { LocalCognito } from './startLocalCognito';

export type SeedPeopleOptions = {
  cognito: Pick<LocalCognito, 'url' | 'userPoolId'>;
  /** The files of the catalog, relative to `root`. */
  root: string;
  files?: string[];
  /** Where passwords of people are kept, readable to their owner alone. */
  passwordFile: string;
  audit?: AuditLog;
};

export type SeededPerson = {
  name: string;
  email: string;
  groups: string[];
  /** Absent when an earlier start made the person and its file is gone. */
  password?: string;
};

const FILES = ['catalog/users.yaml', 'catalog/groups.yaml'];
const passwordsSchema = z.record(z.string(), z.string());

/**
 * Puts the people of the catalog into the local Cognito, by the same sync as on
 * AWS. Here alone their passwords are good at once and kept in a file: whoever
 * tries the portal is all of them.
 *
 * @throws DirectoryFileError when the catalog's files are not usable
 */
export async function seedPeople(
  options: SeedPeopleOptions,
): Promise<SeededPerson[]> {
  const { cognito, root, files = FILES, passwordFile } = options;
  const client = new CognitoIdentityProviderClient({
    endpoint: cognito.url,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { plan, passwords, failed } = await syncUsers({
    directory: () => readDirectory(files, createTextReader({ root })),
    pool: new CognitoUserPool({ client, userPoolId: cognito.userPoolId }),
    audit: options.audit ?? { record: async () => undefined },
    invite: () => ({ by: 'none', temporaryPassword: generatePassword() }),
    limits: DEFAULT_REMOVAL_LIMITS,
    // Between two local starts the files may have changed as they like.
    allowRemovals: true,
  });
  if (failed.length > 0) throw failed[0].error;
  for (const [email, password] of passwords) {
    await client.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: cognito.userPoolId,
        Username: email,
        Password: password,
        Permanent: true,
      }),
    );
  }
  const known = { ...(await readPasswords(passwordFile)) };
  for (const [email, password] of passwords) known[email] = password;
  await mkdir(dirname(passwordFile), { recursive: true });
  await writeFile(passwordFile, `${JSON.stringify(known, undefined, 2)}\n`, {
    mode: 0o600,
  });
  return plan.desired.map(({ name, email, groups }) => ({
    name,
    email,
    groups,
    password: known[email],
  }));
}

async function readPasswords(file: string): Promise<Record<string, string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return {};
  }
  return passwordsSchema.parse(JSON.parse(text));
}
