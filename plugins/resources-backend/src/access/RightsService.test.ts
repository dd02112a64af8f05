import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  expiryExtendPermission,
  lockBreakPermission,
  resourceReadPermission,
  resourcesPermissions,
  runCancelPermission,
  runCreatePermission,
} from '@terrastage/plugin-resources-common';
import {
  createResourceConditionalDecision,
  createRunConditionalDecision,
  resourceConditions,
  runConditions,
} from '@terrastage/plugin-resources-node';
import { testRights } from '../testing/testRights';

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

const payments = { owner: 'group:default/payments', environment: 'dev' };
const storefront = { owner: 'group:default/storefront', environment: 'dev' };

/** The service over a policy that denies what is not given. */
function rightsBy(decisions: Record<string, PolicyDecision>) {
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async queries =>
      queries.map(({ permission }) => decisions[permission.name] ?? deny),
  });
  return { permissions, rights: testRights(permissions) };
}

const ana = mockCredentials.user('user:default/ana');

describe('RightsService', () => {
  it('asks once for all permissions, on behalf of who asks', async () => {
    const { permissions, rights } = rightsBy({});

    await rights.of(ana);

    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    expect(permissions.authorizeConditional).toHaveBeenCalledWith(
      resourcesPermissions.map(permission => ({ permission })),
      { credentials: ana },
    );
  });

  it('applies the conditions of the policy to what is at hand', async () => {
    const { rights } = rightsBy({
      [runCreatePermission.name]: createResourceConditionalDecision(
        runCreatePermission,
        {
          allOf: [
            resourceConditions.isOwnedByTeam({ owners: [payments.owner] }),
            {
              not: resourceConditions.inEnvironment({ environments: ['prod'] }),
            },
          ],
        },
      ),
      [runCancelPermission.name]: createRunConditionalDecision(
        runCancelPermission,
        runConditions.isRequester({ user: 'user:default/ana' }),
      ),
      [lockBreakPermission.name]: allow,
    });

    const decided = await rights.of(ana);

    expect(decided.may(runCreatePermission, payments)).toBe(true);
    expect(decided.may(runCreatePermission, storefront)).toBe(false);
    expect(
      decided.may(runCreatePermission, { ...payments, environment: 'prod' }),
    ).toBe(false);
    expect(
      decided.may(runCancelPermission, {
        ...storefront,
        requestedBy: 'user:default/ana',
      }),
    ).toBe(true);
    expect(
      decided.may(runCancelPermission, {
        ...payments,
        requestedBy: 'user:default/bob',
      }),
    ).toBe(false);
    expect(decided.may(lockBreakPermission, storefront)).toBe(true);
    expect(decided.may(expiryExtendPermission, payments)).toBe(false);
  });

  it.each([
    ['everything', allow, { all: true }],
    ['nothing', deny, { all: false, criteria: { fact: 'owner', values: [] } }],
    [
      'what meets the conditions',
      createResourceConditionalDecision(resourceReadPermission, {
        anyOf: [
          resourceConditions.isOwnedByTeam({ owners: ['group:default/a'] }),
          { not: resourceConditions.inEnvironment({ environments: ['b'] }) },
        ],
      }),
      {
        all: false,
        criteria: {
          anyOf: [
            { fact: 'owner', values: ['group:default/a'] },
            { not: { fact: 'environment', values: ['b'] } },
          ],
        },
      },
    ],
  ])(
    'makes a filter for lists of a right to read %s',
    async (_, decision, expected) => {
      const { rights } = rightsBy({ [resourceReadPermission.name]: decision });

      expect((await rights.of(ana)).readable).toEqual(expected);
    },
  );

  it.each([
    ['the scaffolder', 'plugin:scaffolder', true],
    ['another plugin', 'plugin:catalog', false],
  ])(
    'lets %s read, and change nothing for itself, whatever the framework allows',
    async (_, subject, cancels) => {
      const { rights } = rightsBy(
        Object.fromEntries(
          resourcesPermissions.map(({ name }) => [name, allow]),
        ),
      );

      const decided = await rights.of(mockCredentials.service(subject));

      expect(decided.readable).toEqual({ all: true });
      expect(decided.may(resourceReadPermission, payments)).toBe(true);
      expect(decided.may(runCreatePermission, payments)).toBe(false);
      expect(decided.may(expiryExtendPermission, payments)).toBe(false);
      expect(
        decided.may(runCancelPermission, {
          ...payments,
          requestedBy: 'user:a/b',
        }),
      ).toBe(cancels);
    },
  );

  it('lets a service read nothing whose token is restricted to something else', async () => {
    const { rights } = rightsBy({});

    const decided = await rights.of(mockCredentials.service('external:ci'));

    expect(decided.may(resourceReadPermission, payments)).toBe(false);
    expect(decided.readable).toEqual({
      all: false,
      criteria: { fact: 'owner', values: [] },
    });
  });
});
