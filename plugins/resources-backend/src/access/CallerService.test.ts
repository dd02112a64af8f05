import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Request } from 'express';
import { userEntities } from '../testing/people';
import { mayCancel, mayDestroy, readScope, type Caller } from './Caller';
import { CallerService } from './CallerService';

const userInfoWith = (group: string) =>
  mockServices.userInfo({ ownershipEntityRefs: ['user:default/ana', group] });

function serviceFor(
  credentials: Awaited<ReturnType<typeof mockCredentials.user>>,
  userInfo = userInfoWith('group:default/Payments'),
  now = () => new Date(0),
) {
  return new CallerService({
    auth: mockServices.auth(),
    httpAuth: mockServices.httpAuth.mock({
      credentials: async () => credentials as never,
    }),
    userInfo,
    catalog: catalogServiceMock({ entities: userEntities }),
    admins: ['group:default/platform'],
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

    expect(await callers.ofRequest(request)).toEqual({
      type: 'user',
      ref: 'user:default/ana',
      owners: ['user:default/ana', 'group:default/payments'],
      admin: false,
      via: 'plugin:scaffolder',
    });
  });

  it('asks for the groups of a user anew after half a minute', async () => {
    const groups = ['group:default/payments', 'group:default/storefront'];
    let seconds = 0;
    const callers = serviceFor(
      mockCredentials.user('user:default/ana'),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/ana',
          ownershipEntityRefs: [groups.shift()!],
        }),
      }),
      () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)),
    );

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
  });

  it('refuses a user that the catalog does not have', async () => {
    const callers = serviceFor(mockCredentials.user('user:development/guest'));

    await expect(callers.ofRequest(request)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('is not a user in the catalog'),
    });
  });
});

describe('who may do what', () => {
  const user = (name: string, group: string, admin = false): Caller => ({
    type: 'user',
    ref: `user:default/${name}`,
    owners: [`user:default/${name}`, `group:default/${group}`],
    admin,
  });
  const service = (subject: string): Caller => ({ type: 'service', subject });
  const run = {
    owner: 'group:default/payments',
    requestedBy: 'user:default/max',
  };

  it.each([
    ['a member of the owner’s group', user('ana', 'payments'), true, true],
    ['another team', user('bob', 'storefront'), false, false],
    ['whoever asked for it', user('max', 'storefront'), false, true],
    ['an admin', user('pia', 'platform', true), true, true],
    ['the scaffolder', service('plugin:scaffolder'), false, true],
    ['the catalog', service('plugin:catalog'), false, false],
  ])('%s', (_, caller, destroys, cancels) => {
    expect(mayDestroy(caller, run.owner)).toBe(destroys);
    expect(mayCancel(caller, run)).toBe(cancels);
  });

  it('reads what its groups own; admins and services read everything', () => {
    expect(readScope(user('ana', 'payments'))).toEqual({
      all: false,
      owners: ['user:default/ana', 'group:default/payments'],
    });
    expect(readScope(user('pia', 'platform', true))).toEqual({ all: true });
    expect(readScope(service('plugin:catalog'))).toEqual({ all: true });
  });
});
