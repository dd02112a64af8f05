import type { LocalAws } from '../../aws/startLocalAws';
import { copySkeleton } from '../../templates/workspace/copySkeleton';
import { createWorkspace } from '../../templates/workspace/createWorkspace';
import { fillFrom } from './fillFrom';
import { liveOnce, type Life } from './liveOnce';
import { localNetwork } from './localNetwork';
import {
  planWorkspace,
  type WorkspacePlan,
} from '../../templates/workspace/planWorkspace';
import { readManifest } from './readManifest';

export type Lives = {
  vpc: Life;
  /** In the VPC. */
  instance: Life;
  /** In the account's own network, so that it need not wait for the VPC: RDS takes longest. */
  database: Life;
  /** What a database in the VPC would be, for clients in the VPC's default security group. */
  databaseInVpc: WorkspacePlan;
};

/** Lets VPC, instance and database live on one local AWS, at the same time where that can be. */
export async function liveTogether(aws: LocalAws): Promise<Lives> {
  const inVpc: Partial<Pick<Lives, 'instance' | 'databaseInVpc'>> = {};
  const [vpc, database] = await Promise.all([
    liveOnce({
      aws,
      skeleton: 'vpc',
      variables: {
        name: 'shop',
        cidr_block: '10.20.0.0/16',
        interface_endpoints: ['ssm', 'ssmmessages', 'ec2messages'],
      },
      changes: {
        growth: { zones: 3, nat: 'per_zone' },
        range: { cidr_block: '10.21.0.0/16' },
      },
      meanwhile: async ({ outputs }) => {
        [inVpc.instance, inVpc.databaseInVpc] = await Promise.all([
          liveInstance(aws, outputs),
          planDatabase(aws, outputs),
        ]);
      },
    }),
    liveDatabase(aws),
  ]);
  return { ...(inVpc as Required<typeof inVpc>), vpc, database };
}

function liveInstance(
  aws: LocalAws,
  network: Record<string, unknown>,
): Promise<Life> {
  return liveOnce({
    aws,
    skeleton: 'ec2-instance',
    variables: {
      name: 'worker',
      ...fillFrom(readManifest('ec2-instance'), 'vpc', network),
    },
    changes: {
      size: { instance_type: 't4g.small' },
      image: { ami_id: 'ami-08976229d8b10b097' },
      processor: { instance_type: 't3.micro' },
      address: { subnet: 'public-1', public_address: true },
    },
  });
}

async function liveDatabase(aws: LocalAws): Promise<Life> {
  const { vpcId, subnetIds, securityGroupId } = await localNetwork(aws);
  return liveOnce({
    aws,
    skeleton: 'rds-database',
    variables: {
      name: 'orders',
      engine: 'postgres',
      engine_version: '17',
      vpc_id: vpcId,
      subnet_ids: subnetIds,
      allowed_security_group_ids: [securityGroupId],
    },
    changes: {
      size: { instance_class: 'db.t4g.small', storage_gb: 40 },
      version: { engine_version: '16' },
      engine: { engine: 'mysql', engine_version: '8.4' },
    },
  });
}

async function planDatabase(
  aws: LocalAws,
  network: Record<string, unknown>,
): Promise<WorkspacePlan> {
  const manifest = readManifest('rds-database');
  const workspace = await createWorkspace(
    path => copySkeleton('rds-database', path),
    { aws, tags: {} },
  );
  try {
    await workspace.setVariables({
      name: 'ledger',
      engine: 'mysql',
      engine_version: '8.4',
      ...fillFrom(manifest, 'vpc', network),
      ...fillFrom(manifest, 'clients', {
        security_group_id: network.default_security_group_id,
      }),
    });
    return await planWorkspace(workspace);
  } finally {
    await workspace.remove();
  }
}
