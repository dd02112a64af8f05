import type { JsonObject } from '@backstage/types';
import { createBackend } from '@backstage/backend-defaults';
import createKnex from 'knex';
import { portalFeatures, type PortalFeaturesOptions } from './portalFeatures';

/** What the process reads from its arguments, as JSON. */
export interface PortalProcessOptions
  extends Omit<PortalFeaturesOptions, 'knex'> {
  connection: string;
  port: number;
}

/** A portal as a process of its own, so that a test can kill it. Answers on `port` once it is up. */
async function main(): Promise<void> {
  const { connection, port, config, ...options }: PortalProcessOptions =
    JSON.parse(process.argv[2]);
  const backend = createBackend();
  const features = portalFeatures({
    ...options,
    knex: createKnex({ client: 'pg', connection }),
    config: {
      ...config,
      backend: {
        ...(config?.backend as JsonObject),
        baseUrl: `http://127.0.0.1:${port}`,
        listen: { host: '127.0.0.1', port },
      },
    },
  });
  features.forEach(feature => backend.add(feature));
  await backend.start();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
