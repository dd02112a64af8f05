import {
  ResourceGroupsTaggingAPIClient,
  paginateGetResources,
} from '@aws-sdk/client-resource-groups-tagging-api';
import type { LocalAws } from '../../aws/startLocalAws';

/** ARNs of all that carries a tag, by the Resource Groups Tagging API. */
export async function taggedArns(
  aws: LocalAws,
  tag: { key: string; value: string },
): Promise<string[]> {
  const client = new ResourceGroupsTaggingAPIClient({
    endpoint: aws.url,
    region: aws.env.AWS_REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    const arns: string[] = [];
    const pages = paginateGetResources(
      { client },
      { TagFilters: [{ Key: tag.key, Values: [tag.value] }] },
    );
    for await (const page of pages) {
      const found = page.ResourceTagMappingList ?? [];
      arns.push(...found.flatMap(({ ResourceARN }) => ResourceARN ?? []));
    }
    return arns.sort();
  } finally {
    client.destroy();
  }
}
