import type { LocalAws } from '../../aws/startLocalAws';
import { queryEc2 } from './queryEc2';

export type LocalNetwork = {
  vpcId: string;
  /** Two subnets in different zones. */
  subnetIds: string[];
  securityGroupId: string;
};

/** The network that every AWS account has from the start. */
export async function localNetwork(aws: LocalAws): Promise<LocalNetwork> {
  const subnets = await queryEc2(aws, { Action: 'DescribeSubnets' });
  const groups = await queryEc2(aws, { Action: 'DescribeSecurityGroups' });
  return {
    vpcId: all(subnets, 'vpcId')[0],
    subnetIds: all(subnets, 'subnetId').slice(0, 2),
    securityGroupId: all(groups, 'groupId')[0],
  };
}

function all(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}>([^<]+)<`, 'g'))].map(
    ([, text]) => text,
  );
}
