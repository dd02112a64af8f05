import type { Config } from '@backstage/config';

/** Groups of the catalog whose members have a role. Entity refs, lower case. */
export interface Roles {
  /** Platform admins: the whole inventory. */
  readonly admins: readonly string[];
  /** Leads of every team that they are in. */
  readonly teamLeads: readonly string[];
}

/** `resources.admins` and `resources.teamLeads`. */
export function readRoles(config: Config): Roles {
  const groups = (key: string) =>
    (config.getOptionalStringArray(key) ?? []).map(ref => ref.toLowerCase());
  return {
    admins: groups('resources.admins'),
    teamLeads: groups('resources.teamLeads'),
  };
}
