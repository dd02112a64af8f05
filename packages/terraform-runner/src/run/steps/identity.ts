import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { awsFailure } from '../../aws/awsFailure';
import { RunnerError } from '../../errors/RunnerError';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';

/** Asks AWS who the runner is. In another account than the job's nothing must be planned. */
export const identity: Step = { name: 'identity', run: runIdentity };

async function runIdentity({ job, aws, events }: RunContext): Promise<void> {
  const caller = await aws.sts
    .send(new GetCallerIdentityCommand({}))
    .catch(error => {
      throw awsFailure('identity', 'tell who the runner is (STS)', error);
    });
  events.log('info', `Running as ${caller.Arn}`);
  if (caller.Account !== job.aws.account) {
    throw new RunnerError(
      'wrong_account',
      `The runner's credentials belong to account ${caller.Account} (${caller.Arn}), but this environment is account ${job.aws.account}. ` +
        'Nothing was planned. Correct the account of the environment in the portal, or the role of the runner',
    );
  }
}
