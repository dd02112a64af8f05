import type { Config } from '@backstage/config';

/**
 * With the permission framework off, Backstage allows everything to everybody who is signed in.
 *
 * @throws Error so that the portal doesn't start.
 */
export function checkPermissionsEnabled(config: Config): void {
  if (!config.getOptionalBoolean('permission.enabled')) {
    throw new Error(
      "The configuration needs 'permission.enabled: true': without it everybody could change and destroy what every team has",
    );
  }
}
