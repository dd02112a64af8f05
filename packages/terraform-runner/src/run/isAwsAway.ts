import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { AwsClients } from '../aws/AwsClients';
import { isUnreachable } from '../aws/awsFailure';

/** Asks AWS for an answer of any kind. */
export async function isAwsAway(aws: AwsClients): Promise<boolean> {
  return aws.sts.send(new GetCallerIdentityCommand({})).then(
    () => false,
    error => isUnreachable(error),
  );
}
