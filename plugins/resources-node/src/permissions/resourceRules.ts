import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { resourceFactsRef } from './facts';
import { environmentsSchema, ownersSchema } from './ruleParams';

const isOwnedByTeam = createPermissionRule({
  name: 'IS_OWNED_BY_TEAM',
  description: 'Allow resources that one of the owners owns',
  resourceRef: resourceFactsRef,
  paramsSchema: ownersSchema,
  apply: ({ owner }, { owners }) => owners.includes(owner),
  toQuery: ({ owners }) => ({ fact: 'owner', values: owners }),
});

const inEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow resources in one of the environments',
  resourceRef: resourceFactsRef,
  paramsSchema: environmentsSchema,
  apply: ({ environment }, { environments }) =>
    environments.includes(environment),
  toQuery: ({ environments }) => ({
    fact: 'environment',
    values: environments,
  }),
});

export const resourceRules = { isOwnedByTeam, inEnvironment };

/** For policies: conditions on resources, and the decision that carries them. */
export const {
  conditions: resourceConditions,
  createConditionalDecision: createResourceConditionalDecision,
} = createConditionExports({
  resourceRef: resourceFactsRef,
  rules: resourceRules,
});
