import type { ResourceItem } from '../../api/ResourcesApi';

export const reaches = [
  'endpoints',
  'nat',
  'public_address',
  'nothing',
] as const;
export type Reach = (typeof reaches)[number];

export interface Subnet {
  name: string;
  cidrBlock: string;
  zone: string;
  reach: Reach;
}

/** The subnets of a network, by its output `subnets`; private ones first. What is none is left out. */
export function readSubnets(network: Pick<ResourceItem, 'outputs'>): Subnet[] {
  const map = network.outputs.subnets?.value;
  if (typeof map !== 'object' || map === null) {
    return [];
  }
  return Object.entries(map)
    .map(([name, entry]) => ({
      name,
      cidrBlock: String(entry?.cidr_block ?? ''),
      zone: String(entry?.availability_zone ?? ''),
      reach:
        reaches.find(one => one === entry?.reaches_ssm_through) ?? 'nothing',
    }))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

function rank({ name }: Subnet): number {
  return ['private', 'public', 'database'].findIndex(tier =>
    name.startsWith(tier),
  );
}
