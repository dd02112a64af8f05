import type { AwsClients } from '../aws/AwsClients';
import { isUnreachable } from '../aws/awsFailure';

/** Asks AWS for an answer of any kind. */
export async function isAwsAway(aws: AwsClients): Promise<boolean> {
  const sts = await aws.sts();
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  return sts.send(new GetCallerIdentityCommand({})).then(
    () => false,
    error => isUnreachable(error),
  );
}
