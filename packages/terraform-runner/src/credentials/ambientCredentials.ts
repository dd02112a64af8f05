import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { join } from 'node:path';
import type { Credentials } from './Credentials';
import type { CredentialsOptions } from './resolveCredentials';

/** Secrets of a local AWS are words such as `test`; blanking those out would make logs unreadable. */
const MIN_SECRET_LENGTH = 16;

const STATIC_KEYS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
];

const CONTAINER = [
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'AWS_EC2_METADATA_DISABLED',
];

const PROFILE = [
  'AWS_PROFILE',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
];

/**
 * The default chain: keys of the environment, a profile of the machine's user, a container's or an
 * instance's role. Keys are handed on through the environment and written nowhere.
 */
export async function ambientCredentials({
  env,
  job,
}: CredentialsOptions): Promise<Credentials> {
  const pick = (names: string[]) =>
    Object.fromEntries(
      names.flatMap(name => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
      }),
    );
  const region = { AWS_REGION: job.aws.region };
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secret } = env;
  if (accessKeyId && secret) {
    const sessionToken = env.AWS_SESSION_TOKEN;
    return {
      env: { ...pick(STATIC_KEYS), ...region },
      provider: async () => ({
        accessKeyId,
        secretAccessKey: secret,
        ...(sessionToken ? { sessionToken } : {}),
      }),
      secrets: [secret, sessionToken ?? ''].filter(
        value => value.length >= MIN_SECRET_LENGTH,
      ),
    };
  }
  const token = env.AWS_CONTAINER_AUTHORIZATION_TOKEN;
  return {
    env: { ...pick([...CONTAINER, ...PROFILE]), ...homeFiles(env), ...region },
    provider: defaultProvider(),
    secrets: token ? [token] : [],
  };
}

/** A profile may need more of the user's home, such as the cache of a single sign-on. */
function homeFiles(env: CredentialsOptions['env']): Record<string, string> {
  return env.HOME
    ? {
        HOME: env.HOME,
        AWS_CONFIG_FILE: env.AWS_CONFIG_FILE ?? join(env.HOME, '.aws/config'),
        AWS_SHARED_CREDENTIALS_FILE:
          env.AWS_SHARED_CREDENTIALS_FILE ?? join(env.HOME, '.aws/credentials'),
      }
    : {};
}
