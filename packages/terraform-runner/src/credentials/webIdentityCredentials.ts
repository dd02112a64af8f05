import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromTokenFile } from '@aws-sdk/credential-provider-web-identity';
import { RunnerError } from '../errors/RunnerError';
import type { Credentials } from './Credentials';
import type { CredentialsOptions } from './resolveCredentials';

const PROFILE = 'terrastage';

/**
 * A profile that assumes the role by web identity. It holds a path and no secret; Terraform's SDK and ours
 * read the token file anew whenever the credentials run out, so it may be replaced at any time.
 */
export async function webIdentityCredentials(
  options: CredentialsOptions & { tokenFile: string; roleArn: string },
): Promise<Credentials> {
  const { job, folder, tokenFile, roleArn } = options;
  const sessionName = sessionNameOf(job.runId);
  const file = join(folder, 'config');
  const lines = {
    role_arn: roleArn,
    web_identity_token_file: tokenFile,
    role_session_name: sessionName,
    region: job.aws.region,
  };
  if (Object.values(lines).some(value => /\p{Cc}/u.test(value))) {
    throw new RunnerError(
      'identity',
      'The role or the path of the web identity token holds a control character: correct the environment',
    );
  }
  const text = [
    `[profile ${PROFILE}]`,
    ...Object.entries(lines).map(([name, value]) => `${name} = ${value}`),
    '',
  ].join('\n');
  await writeFile(file, text, { mode: 0o600 });
  return {
    env: {
      AWS_CONFIG_FILE: file,
      // Named, so that no file of the machine's user is read in its place.
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      AWS_PROFILE: PROFILE,
      AWS_REGION: job.aws.region,
    },
    provider: fromTokenFile({
      roleArn,
      roleSessionName: sessionName,
      webIdentityTokenFile: tokenFile,
      clientConfig: { region: job.aws.region },
    }),
    secrets: await readFile(tokenFile, 'utf8').then(
      token => [token.trim()],
      // Without it there will be no credentials either, and AWS' answer says so better.
      () => [],
    ),
  };
}

/** STS allows 2 to 64 of these characters. */
function sessionNameOf(runId: string): string {
  return `terrastage-${runId}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}
