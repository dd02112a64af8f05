import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { PortalLinks } from '@terrastage/plugin-resources-common';
import type { ActionDeps } from '../actions/ActionDeps';
import { BundleReader } from '../bundle/BundleReader';
import { SkeletonReader } from '../bundle/SkeletonReader';
import { RunFollower } from '../runs/RunFollower';
import type { FakeResourcesService } from './FakeResourcesService';

/** What the actions work with, around a fake of the portal. */
export function actionDeps(
  resources: FakeResourcesService,
  skeletons: string,
  urlReader: UrlReaderService = mockServices.urlReader.mock(),
): ActionDeps {
  const links = new PortalLinks('https://portal.example.com');
  const auth = mockServices.auth({ pluginId: 'scaffolder' });
  return {
    bundles: new BundleReader(new SkeletonReader(skeletons, urlReader)),
    resources,
    follower: new RunFollower(resources, auth, links),
    links,
    now: () => new Date('2026-01-01T00:00:00Z'),
  };
}
