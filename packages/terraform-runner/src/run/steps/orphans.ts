import { paginateGetResources } from '@aws-sdk/client-resource-groups-tagging-api';
import { awsFailure } from '../../aws/awsFailure';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { isGoingToApply } from '../isGoingToApply';

/** The tag by which the platform knows its resources again. */
const RESOURCE_TAG = 'terrastage:resource-id';

/** After a destroy: what still carries the resource's tag was made by a run and is in no state. */
export const orphans: Step = {
  name: 'orphans',
  isDue: context => context.job.searchOrphans && isGoingToApply(context),
  run: runOrphans,
};

async function runOrphans(context: RunContext): Promise<void> {
  const { aws, events, found, job } = context;
  try {
    const arns: string[] = [];
    const pages = paginateGetResources(
      { client: aws.tagging },
      { TagFilters: [{ Key: RESOURCE_TAG, Values: [job.resourceId] }] },
    );
    for await (const page of pages) {
      const mappings = page.ResourceTagMappingList ?? [];
      arns.push(...mappings.flatMap(({ ResourceARN: arn }) => arn ?? []));
    }
    found.orphans = arns;
  } catch (error) {
    // The destroy itself went well; a result without orphans says that nobody knows of any.
    const { message } = awsFailure(
      'identity',
      'look for orphans by tag',
      error,
    );
    events.log('warn', message);
  }
}
