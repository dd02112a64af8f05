import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ResourcesConfig } from '../../config/ResourcesConfig';
import { ProcessLauncher } from './ProcessLauncher';
import { Standby } from './Standby';

export interface CreateProcessLauncherOptions {
  config: ResourcesConfig['launcher']['process'];
  discovery: DiscoveryService;
  logger: LoggerService;
}

/** The process launcher by configuration, with its defaults. */
export function createProcessLauncher(options: CreateProcessLauncherOptions): {
  launcher: ProcessLauncher;
  runsDir: string;
} {
  const { config, discovery, logger } = options;
  const { env, initCacheDir, standby = config.command === undefined } = config;
  const command = config.command ?? defaultCommand();
  const runsDir = path.resolve(
    config.runsDir ?? path.join(os.tmpdir(), 'terrastage-runs'),
  );
  const launcher = new ProcessLauncher({
    command,
    runsDir,
    env,
    terraformBinary: config.terraformBinary,
    initCacheDir,
    standby: standby
      ? new Standby({ command, runsDir, env, initCacheDir, logger })
      : undefined,
    portalUrl: async () =>
      `${await discovery.getBaseUrl('resources')}/v1/runner`,
    // Two portals see each other's runners only where they share the folder.
    host: `${os.hostname()}:${runsDir}`,
  });
  return { launcher, runsDir };
}

/** The runner that comes with this version of the portal: the program that its package names. */
function defaultCommand(): string[] {
  const manifest = require.resolve('@terrastage/terraform-runner/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return [process.execPath, path.join(path.dirname(manifest), bin)];
}
