import {
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  CognitoUserPool,
  createTextReader,
  DEFAULT_REMOVAL_LIMITS,
  readDirectory,
  syncUsers,
} from '@terrastage/plugin-catalog-backend-module-cognito/sync';
import type { LocalCognito } from './startLocalCognito';
import { localPassword } from './localPassword';

export type SeedPeopleOptions = {
  /** New, with nobody in it. */
  cognito: Pick<LocalCognito, 'url' | 'userPoolId'>;
  /** Relative files start here. */
  root: string;
  /** With User and Group entities. */
  files: string[];
};

export type SeededPerson = {
  /** Of the User entity: ana. */
  id: string;
  /** For people: Ana Ribeiro. */
  name: string;
  email: string;
  groups: string[];
  /** Good until the pool goes. */
  password: string;
};

/**
 * Puts the people of the catalog into a new local Cognito, by the same sync as on AWS. Here alone their passwords
 * are known and good at once: whoever tries the portal is all of them.
 *
 * @throws DirectoryFileError when the catalog's files are not usable
 */
export async function seedPeople({
  cognito,
  root,
  files,
}: SeedPeopleOptions): Promise<SeededPerson[]> {
  const client = new CognitoIdentityProviderClient({
    endpoint: cognito.url,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { plan, failed } = await syncUsers({
    directory: () => readDirectory(files, createTextReader({ root })),
    pool: new CognitoUserPool({ client, userPoolId: cognito.userPoolId }),
    audit: { record: async () => undefined },
    invite: () => ({ by: 'none', temporaryPassword: localPassword() }),
    limits: DEFAULT_REMOVAL_LIMITS,
  });
  if (failed.length > 0) throw failed[0].error;
  return Promise.all(
    plan.desired.map(async ({ entityRef, name, email, groups }) => {
      const password = localPassword();
      await client.send(
        new AdminSetUserPasswordCommand({
          UserPoolId: cognito.userPoolId,
          Username: email,
          Password: password,
          Permanent: true,
        }),
      );
      return { id: entityRef.split('/')[1], name, email, groups, password };
    }),
  );
}
