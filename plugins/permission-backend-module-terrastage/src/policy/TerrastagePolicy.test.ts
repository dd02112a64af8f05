import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRule,
  type PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  expiryExtendPermission,
  lockBreakPermission,
  resourceReadPermission,
  resourcesPermissions,
  runApprovePermission,
  runCancelPermission,
  runCreatePermission,
  sensitiveOutputsReadPermission,
  stateRestorePermission,
} from '@terrastage/plugin-resources-common';
import {
  resourceRules,
  runRules,
  type ResourceFacts,
  type RunFacts,
} from '@terrastage/plugin-resources-node';
import { TerrastagePolicy } from './TerrastagePolicy';

const policy = new TerrastagePolicy({
  admins: ['group:default/platform'],
  teamLeads: ['group:default/team-leads'],
});

const people = {
  developer: userIn('ana', 'payments'),
  lead: userIn('lia', 'payments', 'team-leads'),
  otherLead: userIn('olga', 'storefront', 'team-leads'),
  otherDeveloper: userIn('bob', 'storefront'),
  admin: userIn('paula', 'platform'),
};
type Person = keyof typeof people | 'nobody';

const run: RunFacts = {
  owner: 'group:default/payments',
  environment: 'prod',
  requestedBy: 'user:default/ana',
};

const mayWithResource = authorizerOf<ResourceFacts>(resourceRules);
const mayWithRun = authorizerOf<RunFacts>(runRules);

/** Who may, about a run of ana's on what payments owns. */
async function whoMay(
  permission: Permission,
  facts: RunFacts = run,
): Promise<Person[]> {
  const may: Person[] = [];
  for (const person of [...Object.keys(people), 'nobody'] as Person[]) {
    const decision = await policy.handle(
      { permission },
      person === 'nobody' ? undefined : people[person],
    );
    const authorize = permission.name.startsWith('resources.run.')
      ? mayWithRun
      : mayWithResource;
    const isAllowed =
      permission.name === runCreatePermission.name
        ? mayWithResource(decision, facts)
        : authorize(decision, facts);
    if (isAllowed) {
      may.push(person);
    }
  }
  return may;
}

// The table of who may do what; columns of its rows that say nothing are left out.
const table: Array<[Permission, Person[]]> = [
  [resourceReadPermission, ['developer', 'lead', 'admin']],
  [runCreatePermission, ['developer', 'lead', 'admin']],
  [expiryExtendPermission, ['developer', 'lead', 'admin']],
  [sensitiveOutputsReadPermission, ['lead', 'admin']],
  [lockBreakPermission, ['admin']],
  [stateRestorePermission, ['admin']],
  [runApprovePermission, ['lead', 'admin']],
  [runCancelPermission, ['developer', 'lead', 'admin']],
];

describe('who may do what', () => {
  it.each(
    table.map(
      ([permission, who]) => [permission.name, permission, who] as const,
    ),
  )('%s', async (_, permission, who) => {
    expect(await whoMay(permission)).toEqual(who);
  });

  it('has a row for every permission', () => {
    expect(table.map(([{ name }]) => name).sort()).toEqual(
      resourcesPermissions.map(({ name }) => name).sort(),
    );
  });

  it.each([
    ['a lead’s', 'user:default/lia', ['admin']],
    ['an admin’s', 'user:default/paula', ['lead']],
  ])('nobody approves %s own run but somebody else', async (_, user, who) => {
    expect(
      await whoMay(runApprovePermission, { ...run, requestedBy: user }),
    ).toEqual(who);
  });

  it('lets a developer cancel only what they asked for', async () => {
    const byLead = { ...run, requestedBy: 'user:default/lia' };

    expect(await whoMay(runCancelPermission, byLead)).toEqual([
      'lead',
      'admin',
    ]);
  });

  it('knows a member whatever the case of the catalog’s references', async () => {
    const decision = await policy.handle(
      { permission: lockBreakPermission },
      userIn('Paula', 'Platform'),
    );

    expect(decision).toEqual({ result: AuthorizeResult.ALLOW });
  });
});

describe('what has no rule', () => {
  it.each(['devtools.info', 'constructor'])(
    'is denied to admins too: %s',
    async name => {
      const permission = createPermission({ name, attributes: {} });

      expect(await policy.handle({ permission }, people.admin)).toEqual({
        result: AuthorizeResult.DENY,
      });
    },
  );
});

/** As the plugin that has the rules decides. */
function authorizerOf<Facts>(
  rules: Record<string, PermissionRule<Facts, unknown, string, any>>,
) {
  return createConditionAuthorizer<Facts>({
    getRuleByName: wanted =>
      Object.values(rules).find(({ name }) => name === wanted)!,
  });
}

function userIn(name: string, ...groups: string[]): PolicyQueryUser {
  const userEntityRef = `user:default/${name}`;
  return {
    credentials: mockCredentials.user(userEntityRef),
    info: {
      userEntityRef,
      ownershipEntityRefs: groups.map(group => `group:default/${group}`),
    },
  } as PolicyQueryUser;
}
