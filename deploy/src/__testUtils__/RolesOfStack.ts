import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { WorkspacePlan } from '@terrastage/local/testing';
import { PLATFORM_ACCOUNT } from './accessVariables';
import type { Request } from './Request';

export type Verdict =
  | 'Allowed'
  | 'ExplicitlyDenied'
  | 'ImplicitlyDenied'
  | string;

interface Role {
  policies: { name: string; policy: unknown }[];
  boundary?: unknown;
  trust: any;
}

/** Asks the roles that a stack made what AWS would say to a request, by all of its policies together. */
export class RolesOfStack {
  private readonly roles = new Map<string, Role>();

  /** @param module - such as `module.first.`; empty for the root */
  constructor(
    resources: WorkspacePlan['resources'],
    module: string,
    private readonly account = PLATFORM_ACCOUNT,
  ) {
    const own = resources.filter(({ address }) =>
      address.startsWith(`${module}aws_`),
    );
    const ofType = (type: string) =>
      own
        .filter(resource => resource.type === type)
        .map(({ values }) => values as Record<string, any>);
    const boundaries = new Map(
      ofType('aws_iam_policy').map(({ arn, policy }) => [
        arn,
        JSON.parse(policy),
      ]),
    );
    for (const role of ofType('aws_iam_role')) {
      this.roles.set(role.name, {
        trust: JSON.parse(role.assume_role_policy),
        boundary: boundaries.get(role.permissions_boundary),
        policies: ofType('aws_iam_role_policy')
          .filter(each => each.role === role.id)
          .map(({ name, policy }) => ({ name, policy: JSON.parse(policy) })),
      });
    }
  }

  trustOf(name: string) {
    return this.role(name).trust;
  }

  /** @throws Error when the request is none that AWS knows: an action, an ARN or a condition key that does not belong there */
  async ask(name: string, { action, resource, context }: Request) {
    const { policies, boundary } = this.role(name);
    const result = await runSimulation(
      {
        request: {
          action,
          principal: `arn:aws:iam::${this.account}:role/${name}`,
          resource: { resource, accountId: this.account },
          contextVariables: {
            'aws:RequestedRegion': resource.split(':')[3] || 'us-east-1',
            'aws:SecureTransport': 'true',
            ...context,
          },
        },
        identityPolicies: policies,
        permissionBoundaryPolicies: boundary
          ? [{ name: 'boundary', policy: boundary }]
          : undefined,
        resourcePolicy: action.startsWith('kms:')
          ? byIdentityPolicies(this.account)
          : undefined,
        serviceControlPolicies: [],
        resourceControlPolicies: [],
      },
      {},
    );
    if (result.resultType === 'error') {
      throw new Error(
        `${action} on ${resource}: ${JSON.stringify(result.errors)}`,
      );
    }
    const ignored =
      result.resultType === 'single' ? result.result.ignoredContextKeys : [];
    if (ignored?.length) {
      throw new Error(`${action} on ${resource} has no ${ignored}`);
    }
    return result.overallResult;
  }

  private role(name: string): Role {
    const role = this.roles.get(name);
    if (!role) {
      throw new Error(
        `There is no role ${name}, but ${[...this.roles.keys()]}`,
      );
    }
    return role;
  }
}

/** A key counts nobody in whom its own policy does not name; those of the bootstrap and AWS' own leave it to identities. */
function byIdentityPolicies(account: string) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  };
}
