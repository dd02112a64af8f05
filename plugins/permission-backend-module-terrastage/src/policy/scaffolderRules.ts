import { isResourcePermission } from '@backstage/plugin-permission-common';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  actionExecutePermission,
  RESOURCE_TYPE_SCAFFOLDER_TASK,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateManagementPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { admins, ALLOW, DENY, everybody, type Rule, type Rules } from './Rule';

/** Tasks and their logs are those of who started them. */
const ownTasks: Rule = ({ admin, user }, permission) => {
  if (
    admin ||
    !isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_TASK)
  ) {
    return admin ? ALLOW : DENY;
  }
  return createScaffolderTaskConditionalDecision(
    permission,
    scaffolderTaskConditions.isTaskOwner({ createdBy: [user] }),
  );
};

/** Templates are for everybody: for whom they make something is checked where it is made. */
export const scaffolderRules: Rules = {
  [templateParameterReadPermission.name]: everybody,
  [templateStepReadPermission.name]: everybody,
  [actionExecutePermission.name]: everybody,
  [taskCreatePermission.name]: everybody,
  [taskReadPermission.name]: ownTasks,
  [taskCancelPermission.name]: ownTasks,
  [templateManagementPermission.name]: admins,
};
