import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { urlReaderFactoriesServiceRef } from '@backstage/backend-defaults/urlReader';
import { readGitConfig } from '../config/readGitConfig';
import { PlainGitUrlReader } from './PlainGitUrlReader';
import { PLAIN_GIT } from './repositoryAddress';

/** Lets the catalog read repositories at the plain destination; no other plugin does. */
export const plainGitUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: { plugin: coreServices.pluginMetadata },
  factory:
    ({ plugin }) =>
    ({ config }) =>
      plugin.getId() === 'catalog'
        ? [
            {
              predicate: ({ protocol }) => protocol === PLAIN_GIT,
              reader: new PlainGitUrlReader(readGitConfig(config)),
            },
          ]
        : [],
});
