import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { runFactsRef } from './facts';
import { environmentsSchema, ownersSchema, userSchema } from './ruleParams';

const isOwnedByTeam = createPermissionRule({
  name: 'IS_OWNED_BY_TEAM',
  description: 'Allow runs on resources that one of the owners owns',
  resourceRef: runFactsRef,
  paramsSchema: ownersSchema,
  apply: ({ owner }, { owners }) => owners.includes(owner),
  toQuery: ({ owners }) => ({ fact: 'owner', values: owners }),
});

const inEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow runs in one of the environments',
  resourceRef: runFactsRef,
  paramsSchema: environmentsSchema,
  apply: ({ environment }, { environments }) =>
    environments.includes(environment),
  toQuery: ({ environments }) => ({
    fact: 'environment',
    values: environments,
  }),
});

const isRequester = createPermissionRule({
  name: 'IS_REQUESTER',
  description: 'Allow runs that the user asked for',
  resourceRef: runFactsRef,
  paramsSchema: userSchema,
  apply: ({ requestedBy }, { user }) => requestedBy === user,
  toQuery: ({ user }) => ({ fact: 'requestedBy', values: [user] }),
});

const isNotRequester = createPermissionRule({
  name: 'IS_NOT_REQUESTER',
  description: 'Allow runs that somebody else asked for',
  resourceRef: runFactsRef,
  paramsSchema: userSchema,
  apply: ({ requestedBy }, { user }) => requestedBy !== user,
  toQuery: ({ user }) => ({ not: { fact: 'requestedBy', values: [user] } }),
});

export const runRules = {
  isOwnedByTeam,
  inEnvironment,
  isRequester,
  isNotRequester,
};

/** For policies: conditions on runs, and the decision that carries them. */
export const {
  conditions: runConditions,
  createConditionalDecision: createRunConditionalDecision,
} = createConditionExports({ resourceRef: runFactsRef, rules: runRules });
