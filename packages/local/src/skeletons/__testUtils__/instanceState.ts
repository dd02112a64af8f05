import type { LocalAws } from '../../aws/startLocalAws';
import { queryEc2 } from './queryEc2';

/** State of an instance, such as `running`. EC2 lists a terminated one, with its tags, for about an hour. */
export async function instanceState(
  aws: LocalAws,
  instanceId: string,
): Promise<string | undefined> {
  const answer = await queryEc2(aws, {
    Action: 'DescribeInstances',
    'InstanceId.1': instanceId,
  });
  return /<instanceState>.*?<name>([a-z-]+)<\/name>/s.exec(answer)?.[1];
}
