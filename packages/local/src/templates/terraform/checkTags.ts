import type { Finding } from '../Finding';
import type { Skeleton } from '../read/TemplateSet';
import type { ResourceValues } from '../workspace/planJson';
import { findingAtBlock } from './blockOf';
import type { SamplePlan } from './planSamples';

/** As the server makes them: see `newResource` in the resources backend. */
export const SERVER_TAGS = {
  Name: 'sample',
  Owner: 'group:default/payments',
  Environment: 'dev',
  CostCenter: 'CC-1001',
  ManagedBy: 'terrastage',
  'terrastage:resource-id': 'sample',
  'terrastage:run-id': 'sample',
};

/** Parts of a resource may have names of their own, such as the subnets of a network. */
const MAY_DIFFER = 'Name';

/** Everything that can have tags has those of the server, and with the server's values. */
export function checkTags(
  skeleton: Skeleton,
  { sample, resources }: SamplePlan,
): Finding[] {
  return resources.flatMap(resource => {
    const faults = faultsOf(resource);
    return faults.length
      ? [
          findingAtBlock(
            skeleton,
            resource.address,
            `${resource.address} of the sample ${sample.name} ${faults.join(
              ', ',
            )}: the module must not set the server's tags`,
          ),
        ]
      : [];
  });
}

function faultsOf({ values, unknown = [] }: ResourceValues): string[] {
  const taggable = 'tags_all' in values || unknown.includes('tags_all');
  if (!taggable) return [];
  // Where all of them are known only later, the module's own say whether they hide the server's.
  const own = values.tags as Record<string, unknown> | null | undefined;
  const tags = (values.tags_all ?? { ...SERVER_TAGS, ...own }) as Record<
    string,
    unknown
  >;
  return Object.entries(SERVER_TAGS).flatMap(([key, value]) => {
    if (!(key in tags)) return [`lacks the tag ${key}`];
    return key === MAY_DIFFER || tags[key] === value
      ? []
      : [`has the tag ${key} with another value`];
  });
}
