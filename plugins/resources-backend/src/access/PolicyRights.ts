import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_RESOURCE,
  resourceReadPermission,
} from '@terrastage/plugin-resources-common';
import type {
  ResourceCondition,
  ResourceFacts,
  RunFacts,
} from '@terrastage/plugin-resources-node';
import type { Rights } from './Rights';
import { everything, ownedBy, type Scope } from './Scope';

/** The rules that decisions may be conditional on. */
export interface Rulesets {
  readonly resource: PermissionRuleset<ResourceFacts, ResourceCondition>;
  readonly run: PermissionRuleset<RunFacts>;
}

/** Decisions of the policy, by the names of permissions. What is not among them is denied. */
export type Decisions = ReadonlyMap<string, PolicyDecision>;

const denied: PolicyDecision = { result: AuthorizeResult.DENY };

/** Rights by what the policy decided, conditions applied to what is at hand. */
export class PolicyRights implements Rights {
  readonly readable: Scope;

  constructor(
    private readonly decisions: Decisions,
    private readonly rulesets: Rulesets,
  ) {
    this.readable = this.scopeOf(this.decisionOn(resourceReadPermission));
  }

  may(
    permission: ResourcePermission,
    facts: ResourceFacts | RunFacts,
  ): boolean {
    const decision = this.decisionOn(permission);
    return permission.resourceType === RESOURCE_TYPE_RESOURCE
      ? createConditionAuthorizer(this.rulesets.resource)(decision, facts)
      : createConditionAuthorizer(this.rulesets.run)(
          decision,
          facts as RunFacts,
        );
  }

  private decisionOn({ name }: ResourcePermission): PolicyDecision {
    return this.decisions.get(name) ?? denied;
  }

  private scopeOf(decision: PolicyDecision): Scope {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return everything;
      case AuthorizeResult.CONDITIONAL:
        return {
          all: false,
          criteria: createConditionTransformer(this.rulesets.resource)(
            decision.conditions,
          ),
        };
      default:
        return ownedBy([]);
    }
  }
}
