import type { ResourcesService } from '@terrastage/plugin-resources-node';
import type { BundleReader } from '../bundle/BundleReader';
import type { PortalLinks } from '@terrastage/plugin-resources-common';
import type { RunFollower } from '../runs/RunFollower';

/** What the actions work with. */
export interface ActionDeps {
  bundles: BundleReader;
  resources: ResourcesService;
  follower: RunFollower;
  links: PortalLinks;
  now: () => Date;
}
