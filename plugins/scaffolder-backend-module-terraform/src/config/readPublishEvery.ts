import { readDurationFromConfig, type Config } from '@backstage/config';
import type { HumanDuration } from '@backstage/types';

const KEY = 'scaffolder.terraform.publishEvery';

/** How often the portal is told what the current skeletons are. */
export function readPublishEvery(config: Config): HumanDuration {
  return config.has(KEY)
    ? readDurationFromConfig(config, { key: KEY })
    : { seconds: 30 };
}
