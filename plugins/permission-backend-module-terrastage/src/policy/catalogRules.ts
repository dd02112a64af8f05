import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogEntityValidatePermission,
  catalogLocationAnalyzePermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
  catalogLocationReadPermission,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import { RESOURCE_ID_ANNOTATION } from '@terrastage/plugin-resources-common';
import { admins, ALLOW, DENY, everybody, type Rule, type Rules } from './Rule';

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

/**
 * Of what, the catalog's own rules say: a location of a user brings no user, group, template or location. Nobody but an
 * admin takes one away again.
 */
export const catalogRules: Rules = {
  [catalogEntityReadPermission.name]: visible,
  [catalogEntityRefreshPermission.name]: visible,
  [catalogEntityValidatePermission.name]: everybody,
  [catalogEntityCreatePermission.name]: everybody,
  [catalogLocationReadPermission.name]: everybody,
  [catalogLocationAnalyzePermission.name]: everybody,
  [catalogLocationCreatePermission.name]: everybody,
  [catalogLocationDeletePermission.name]: admins,
  [catalogEntityDeletePermission.name]: admins,
};
