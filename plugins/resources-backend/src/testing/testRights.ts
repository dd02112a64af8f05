import type { PermissionsService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  PermissionRule,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_RESOURCE } from '@terrastage/plugin-resources-common';
import { resourceRules, runRules } from '@terrastage/plugin-resources-node';
import { RightsService } from '../access/RightsService';

/** Rights by what a permission service says, with the inventory's rules. */
export function testRights(permissions: PermissionsService): RightsService {
  return new RightsService({
    auth: mockServices.auth(),
    permissions,
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: ({ resourceType }) =>
        rulesetOf(
          Object.values(
            resourceType === RESOURCE_TYPE_RESOURCE ? resourceRules : runRules,
          ),
        ) as never,
    }),
  });
}

function rulesetOf(
  rules: PermissionRule<any, any, string>[],
): PermissionRuleset {
  return {
    getRuleByName: wanted => rules.find(({ name }) => name === wanted)!,
  };
}
