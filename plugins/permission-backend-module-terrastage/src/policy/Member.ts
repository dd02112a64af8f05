import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import type { Roles } from '@terrastage/plugin-resources-node';

/** Who asks, by the roles of the catalog's groups. */
export interface Member {
  /** Entity ref of the user, lower case. */
  readonly user: string;
  /** The user and its groups: what it may own. Lower case. */
  readonly owners: readonly string[];
  readonly admin: boolean;
  readonly teamLead: boolean;
}

export function memberOf({ info }: PolicyQueryUser, roles: Roles): Member {
  const user = info.userEntityRef.toLowerCase();
  const owners = [
    ...new Set([
      user,
      ...info.ownershipEntityRefs.map(ref => ref.toLowerCase()),
    ]),
  ];
  const isIn = (groups: readonly string[]) =>
    owners.some(owner => groups.includes(owner));
  return {
    user,
    owners,
    admin: isIn(roles.admins),
    teamLead: isIn(roles.teamLeads),
  };
}
