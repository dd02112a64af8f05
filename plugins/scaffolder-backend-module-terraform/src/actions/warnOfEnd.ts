import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Manifest } from '@terrastage/plugin-resources-common';

/** Says in the task's log that a template is on its way out, or that the resource keeps the files that it has. */
export function warnOfEnd(
  { title, deprecated, retired }: Manifest,
  logger: LoggerService,
): void {
  const end = retired ?? deprecated;
  if (end) {
    logger.warn(
      `${title} is ${retired ? 'retired' : 'deprecated'} since version ${
        end.since
      }: ${end.message}`,
    );
  }
}
