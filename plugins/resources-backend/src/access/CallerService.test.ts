import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Request } from 'express';
import { testRights } from '../testing/testRights';
import { userEntities } from '../testing/people';
import { CallerService } from './CallerService';

const userInfoWith = (group: string) =>
  mockServices.userInfo({ ownershipEntityRefs: ['user:default/ana', group] });

const allowing = () =>
  mockServices.permissions.mock({
    authorizeConditional: async queries =>
      queries.map(() => ({ result: AuthorizeResult.ALLOW })),
  });

interface ServiceOptions {
  userInfo?: ReturnType<typeof userInfoWith>;
  permissions?: ReturnType<typeof mockServices.permissions.mock>;
  now?: () => Date;
}

function serviceFor(
  credentials: Awaited<ReturnType<typeof mockCredentials.user>>,
  options: ServiceOptions = {},
) {
  const {
    userInfo = userInfoWith('group:default/Payments'),
    permissions = allowing(),
    now = () => new Date(0),
  } = options;
  return new CallerService({
    auth: mockServices.auth(),
    httpAuth: mockServices.httpAuth.mock({
      credentials: async () => credentials as never,
    }),
    userInfo,
    catalog: catalogServiceMock({ entities: userEntities }),
    rights: testRights(permissions),
    now,
  });
}

const request = {} as Request;

describe('CallerService', () => {
  it('knows a user with its groups, in lower case, and who asks on its behalf', async () => {
    const callers = serviceFor(
      mockCredentials.user('user:default/Ana', {
        actor: { subject: 'plugin:scaffolder' },
      }),
    );

    expect(await callers.ofRequest(request)).toMatchObject({
      type: 'user',
      ref: 'user:default/ana',
      owners: ['user:default/ana', 'group:default/payments'],
      via: 'plugin:scaffolder',
    });
  });

  it('asks for the groups and rights of a user anew after half a minute', async () => {
    const groups = ['group:default/payments', 'group:default/storefront'];
    const permissions = allowing();
    let seconds = 0;
    const callers = serviceFor(mockCredentials.user('user:default/ana'), {
      userInfo: mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/ana',
          ownershipEntityRefs: [groups.shift()!],
        }),
      }),
      permissions,
      now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)),
    });

    const first = await callers.ofRequest(request);
    seconds = 29;
    const second = await callers.ofRequest(request);
    seconds = 31;
    const third = await callers.ofRequest(request);

    expect(first).toMatchObject({
      owners: ['user:default/ana', 'group:default/payments'],
    });
    expect(second).toEqual(first);
    expect(third).toMatchObject({
      owners: ['user:default/ana', 'group:default/storefront'],
    });
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(2);
  });

  it('asks once for many requests of a user at once', async () => {
    const permissions = allowing();
    const callers = serviceFor(mockCredentials.user('user:default/ana'), {
      permissions,
    });

    const found = await Promise.all(
      Array.from({ length: 20 }, () => callers.ofRequest(request)),
    );

    expect(new Set(found.map(({ rights }) => rights)).size).toBe(1);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
  });

  it('refuses a user that the catalog does not have', async () => {
    const callers = serviceFor(mockCredentials.user('user:development/guest'));

    await expect(callers.ofRequest(request)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('is not a user in the catalog'),
    });
  });

  it('lets nobody in while the policy cannot be asked, and asks again', async () => {
    const permissions = allowing();
    permissions.authorizeConditional.mockRejectedValueOnce(
      new Error('The policy is away'),
    );
    const callers = serviceFor(mockCredentials.user('user:default/ana'), {
      permissions,
    });

    await expect(callers.ofRequest(request)).rejects.toThrow(
      'The policy is away',
    );
    expect(await callers.ofRequest(request)).toMatchObject({ type: 'user' });
  });
});
