import type { PolicyDecision } from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import type { Roles } from '@terrastage/plugin-resources-node';
import { catalogRules } from './catalogRules';
import { memberOf } from './Member';
import { resourcesRules } from './resourcesRules';
import { DENY, type Rules } from './Rule';
import { scaffolderRules } from './scaffolderRules';

const rules: Rules = { ...resourcesRules, ...catalogRules, ...scaffolderRules };

/**
 * Denies what it has no rule for, and everything to somebody without a user. Backstage itself asks no policy for
 * requests of one plugin to another.
 */
export class TerrastagePolicy implements PermissionPolicy {
  constructor(private readonly roles: Roles) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const rule = Object.hasOwn(rules, permission.name)
      ? rules[permission.name]
      : undefined;
    return rule && user ? rule(memberOf(user, this.roles), permission) : DENY;
  }
}
