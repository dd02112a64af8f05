import type { BenchPortal } from './BenchPortal';
import type { TerraformByHand } from './TerraformByHand';

/** One of each kind, made by the portal and by hand from the same files with the same values. */
export type WorkType = 's3-bucket' | 'vpc' | 'ec2-instance' | 'rds-database';

export type MixedWorkOptions = {
  portal: BenchPortal;
  byHand: Record<WorkType, TerraformByHand>;
};

/** What is the same for the form of a network and for its variables. */
const NETWORK_BY_HAND = {
  interface_endpoints: ['ssm', 'ssmmessages', 'ec2messages'],
  flow_logs: false,
};

/** Makes one of each type on both sides. Instances and databases stand in a network that {@link prepare} makes. */
export class MixedWork {
  private used = 0;
  private readonly network = { portal: '', byHand: {} as Outputs };

  constructor(private readonly options: MixedWorkOptions) {}

  /** A network for each side, which is not counted. */
  async prepare(): Promise<void> {
    const { portal, byHand } = this.options;
    if (this.network.portal) return;
    await this.byPortal('vpc', 'bench-network-portal');
    this.network.portal = await portal.idOf('bench-network-portal');
    await this.bareByHand('vpc', 'bench-network-hand');
    this.network.byHand = await byHand.vpc.outputs('bench-network-hand');
  }

  async byPortal(type: WorkType, name: string) {
    const { portal } = this.options;
    await (type === 's3-bucket'
      ? portal.submitBucket(name)
      : portal.submit(type, name, this.form(type)));
    return portal.untilActive(name);
  }

  bareByHand(type: WorkType, name: string): Promise<void> {
    return this.options.byHand[type].bare(name, this.variables(type));
  }

  reviewedByHand(type: WorkType, name: string): Promise<void> {
    return this.options.byHand[type].reviewed(name, this.variables(type));
  }

  private form(type: Exclude<WorkType, 's3-bucket'>): Record<string, unknown> {
    const vpc = this.network.portal;
    switch (type) {
      case 'vpc':
        return {
          cidr: this.range(),
          zones: 2,
          publicSubnets: true,
          databaseSubnets: true,
          nat: 'none',
          endpoints: NETWORK_BY_HAND.interface_endpoints,
          flowLogs: false,
        };
      case 'ec2-instance':
        return {
          vpc,
          subnet: 'private-1',
          publicAddress: false,
          instanceType: 't3.micro',
          volumeSize: 20,
        };
      case 'rds-database':
        return {
          vpc,
          engine: 'postgres',
          engineVersion: '16',
          instanceClass: 'db.t4g.micro',
          storage: 20,
          storageAutoscaling: false,
          databaseName: 'app',
          multiAz: false,
          backupDays: 1,
          deletionProtection: false,
          finalSnapshot: false,
        };
      default:
        return type satisfies never;
    }
  }

  private variables(type: WorkType): Record<string, unknown> {
    const outputs = this.network.byHand;
    switch (type) {
      case 's3-bucket':
        return {};
      case 'vpc':
        return { cidr_block: this.range(), ...NETWORK_BY_HAND };
      case 'ec2-instance':
        return {
          vpc_id: outputs.vpc_id,
          subnets: outputs.subnets,
          subnet: 'private-1',
          instance_type: 't3.micro',
        };
      case 'rds-database':
        return {
          vpc_id: outputs.vpc_id,
          subnet_ids: outputs.database_subnet_ids,
          engine: 'postgres',
          engine_version: '16',
          backup_retention_days: 1,
          final_snapshot: false,
        };
      default:
        return type satisfies never;
    }
  }

  /** The portal lets no two networks of an account overlap. */
  private range(): string {
    this.used += 1;
    return `10.${this.used}.0.0/16`;
  }
}

type Outputs = Record<string, unknown>;
