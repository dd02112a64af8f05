import { problems } from '../http/problems.ts';
import type { Principal } from './Principal.ts';

/**
 * A key reaches its own project and environment only. Another one's answer is
 * the same as for one that does not exist.
 */
export function assertReach(
  principal: Principal,
  project: string,
  environment?: string,
): void {
  if (principal.kind !== 'key') return;
  if (
    principal.project !== project ||
    (environment !== undefined && principal.environment !== environment)
  ) {
    throw problems.notFound(
      `No ${environment === undefined ? 'project' : 'environment'} of that name`,
    );
  }
}
