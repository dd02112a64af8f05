import { RunnerError } from '../errors/RunnerError';
import type { Job } from '../protocol';
import type { Credentials } from './Credentials';
import { ambientCredentials } from './ambientCredentials';
import { webIdentityCredentials } from './webIdentityCredentials';

export type CredentialsOptions = {
  env: Readonly<Record<string, string | undefined>>;
  job: Pick<Job, 'runId' | 'aws'>;
  /** Folder for a generated profile. */
  folder: string;
};

/**
 * Web identity where the environment has a token (IRSA), else the SDK's default chain.
 *
 * @throws {@link RunnerError} `identity` when the job names a role that cannot be assumed here: going on with
 *   whatever other credentials there are could mean more rights than the role has
 */
export async function resolveCredentials(
  options: CredentialsOptions,
): Promise<Credentials> {
  const { env, job } = options;
  const tokenFile = env.AWS_WEB_IDENTITY_TOKEN_FILE;
  const roleArn = job.aws.roleArn ?? env.AWS_ROLE_ARN;
  if (tokenFile && roleArn) {
    return webIdentityCredentials({ ...options, tokenFile, roleArn });
  }
  if (job.aws.roleArn) {
    throw new RunnerError(
      'identity',
      `The role ${job.aws.roleArn} cannot be assumed: the runner has no web identity token. ` +
        'Give it a service account with a token (AWS_WEB_IDENTITY_TOKEN_FILE), or take the role out of the environment in the portal',
    );
  }
  return ambientCredentials(options);
}
