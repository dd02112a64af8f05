import type { z } from 'zod';
import { ConfigError } from '../config/ConfigError.ts';
import { parseConfig } from '../config/parseConfig.ts';
import type { serviceConfig } from '../config/serviceConfig.ts';
import type { RunningService } from './RunningService.ts';
import { stopOnSignal } from './stopOnSignal.ts';

export type ServiceDefinition<S extends z.ZodObject> = {
  name: string;
  /** Extends `serviceConfig`. */
  config: S;
  /** Connects, migrates and builds, but doesn't listen yet. */
  create(config: z.output<S>): Promise<RunningService>;
};

type BaseConfig = z.output<typeof serviceConfig>;

/** EX_CONFIG of sysexits.h: restarting does not help. */
const EXIT_CONFIG = 78;

/**
 * The main program of a service: settings, start, listen, stop on a signal.
 * Whoever starts it over an IPC channel is told its address.
 */
export async function runService<S extends z.ZodObject>(
  definition: ServiceDefinition<S>,
): Promise<void> {
  try {
    const config = parseConfig(definition.config, process.env);
    const { HOST, PORT, STOP_SECONDS } = config as unknown as BaseConfig;
    const service = await definition.create(config);
    stopOnSignal(service, STOP_SECONDS);
    const address = await service.app.listen({ host: HOST, port: PORT });
    process.send?.({ address });
  } catch (error) {
    const text =
      error instanceof ConfigError
        ? error.message
        : ((error as Error).stack ?? String(error));
    process.stderr.write(`${definition.name} does not start. ${text}\n`);
    process.exit(error instanceof ConfigError ? EXIT_CONFIG : 1);
  }
}
