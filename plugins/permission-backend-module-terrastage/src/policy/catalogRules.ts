import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogEntityValidatePermission,
  catalogLocationReadPermission,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import { RESOURCE_ID_ANNOTATION } from '@terrastage/plugin-resources-common';
import { ALLOW, DENY, everybody, type Rule, type Rules } from './Rule';

/** The whole catalog but the inventory's entities of other teams: what those are called is theirs to know. */
const visible: Rule = ({ admin, owners }, permission) => {
  if (
    admin ||
    !isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)
  ) {
    return admin ? ALLOW : DENY;
  }
  return createCatalogConditionalDecision(permission, {
    anyOf: [
      {
        not: catalogConditions.hasAnnotation({
          annotation: RESOURCE_ID_ANNOTATION,
        }),
      },
      catalogConditions.isEntityOwner({ claims: [...owners] }),
    ],
  });
};

/** Nobody registers or removes entities by hand: users, groups and templates come from Git, resources from runs. */
export const catalogRules: Rules = {
  [catalogEntityReadPermission.name]: visible,
  [catalogEntityRefreshPermission.name]: visible,
  [catalogEntityValidatePermission.name]: everybody,
  [catalogLocationReadPermission.name]: everybody,
};
