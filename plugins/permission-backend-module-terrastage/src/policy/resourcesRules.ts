import {
  isResourcePermission,
  type PermissionCondition,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  expiryExtendPermission,
  lockBreakPermission,
  RESOURCE_TYPE_RESOURCE,
  RESOURCE_TYPE_RUN,
  resourceReadPermission,
  runApprovePermission,
  runCancelPermission,
  runCreatePermission,
  sensitiveOutputsReadPermission,
  stateRestorePermission,
} from '@terrastage/plugin-resources-common';
import {
  createResourceConditionalDecision,
  createRunConditionalDecision,
  resourceConditions,
  runConditions,
} from '@terrastage/plugin-resources-node';
import type { Member } from './Member';
import { admins, ALLOW, DENY, type Rule, type Rules } from './Rule';

type RunCriteria = PermissionCriteria<
  PermissionCondition<typeof RESOURCE_TYPE_RUN>
>;

/** All for admins, what their teams own for everybody else. */
const ownTeams: Rule = ({ admin, owners }, permission) => {
  if (admin || !isResourcePermission(permission, RESOURCE_TYPE_RESOURCE)) {
    return admin ? ALLOW : DENY;
  }
  return createResourceConditionalDecision(
    permission,
    resourceConditions.isOwnedByTeam({ owners: [...owners] }),
  );
};

/** What their teams own for team leads, all for admins, nothing for developers. */
const leadsOwnTeams: Rule = (member, permission) =>
  member.admin || member.teamLead ? ownTeams(member, permission) : DENY;

const runs =
  (criteriaOf: (member: Member) => RunCriteria | undefined): Rule =>
  (member, permission) => {
    const criteria = criteriaOf(member);
    return criteria && isResourcePermission(permission, RESOURCE_TYPE_RUN)
      ? createRunConditionalDecision(permission, criteria)
      : DENY;
  };

/** Nobody approves what they have asked for themselves, admins included. */
const approval = runs(({ admin, teamLead, user, owners }) => {
  const notOwn = runConditions.isNotRequester({ user });
  if (admin) {
    return notOwn;
  }
  return teamLead
    ? {
        allOf: [runConditions.isOwnedByTeam({ owners: [...owners] }), notOwn],
      }
    : undefined;
});

const cancellation: Rule = (member, permission) =>
  member.admin
    ? ALLOW
    : runs(({ teamLead, user, owners }) => {
        const own = runConditions.isRequester({ user });
        return teamLead
          ? {
              anyOf: [
                runConditions.isOwnedByTeam({ owners: [...owners] }),
                own,
              ],
            }
          : own;
      })(member, permission);

/** The inventory's own permissions. */
export const resourcesRules: Rules = {
  [resourceReadPermission.name]: ownTeams,
  [runCreatePermission.name]: ownTeams,
  [expiryExtendPermission.name]: ownTeams,
  [sensitiveOutputsReadPermission.name]: leadsOwnTeams,
  [lockBreakPermission.name]: admins,
  [stateRestorePermission.name]: admins,
  [runApprovePermission.name]: approval,
  [runCancelPermission.name]: cancellation,
};
