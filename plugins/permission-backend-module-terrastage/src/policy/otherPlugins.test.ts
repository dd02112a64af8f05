import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogEntityReadPermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  taskReadPermission,
  templateManagementPermission,
  templateParameterReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { RESOURCE_ID_ANNOTATION } from '@terrastage/plugin-resources-common';
import { TerrastagePolicy } from './TerrastagePolicy';

const policy = new TerrastagePolicy({
  admins: ['group:default/platform'],
  teamLeads: [],
});
const ana = userIn('ana', 'payments');
const paula = userIn('paula', 'platform');

describe('the catalog', () => {
  it('shows a developer everything but other teams’ resources', async () => {
    const decision = await policy.handle(
      { permission: catalogEntityReadPermission },
      ana,
    );

    expect(decision).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      conditions: {
        anyOf: [
          {
            not: {
              rule: 'HAS_ANNOTATION',
              params: { annotation: RESOURCE_ID_ANNOTATION },
            },
          },
          {
            rule: 'IS_ENTITY_OWNER',
            params: {
              claims: ['user:default/ana', 'group:default/payments'],
            },
          },
        ],
      },
    });
  });

  it('shows an admin everything', async () => {
    expect(
      await policy.handle({ permission: catalogEntityReadPermission }, paula),
    ).toEqual({ result: AuthorizeResult.ALLOW });
  });

  it('takes a location from who is signed in, and lets admins alone take one away', async () => {
    const answers = async (permission: Permission) =>
      Promise.all(
        [ana, paula, undefined].map(
          async user => (await policy.handle({ permission }, user)).result,
        ),
      );

    expect(await answers(catalogLocationCreatePermission)).toEqual([
      'ALLOW',
      'ALLOW',
      'DENY',
    ]);
    expect(await answers(catalogLocationDeletePermission)).toEqual([
      'DENY',
      'ALLOW',
      'DENY',
    ]);
  });
});

describe('the scaffolder', () => {
  it('lets everybody signed in read a form, and nobody else', async () => {
    expect(
      await policy.handle({ permission: templateParameterReadPermission }, ana),
    ).toEqual({ result: AuthorizeResult.ALLOW });
    expect(
      await policy.handle({ permission: templateParameterReadPermission }),
    ).toEqual({ result: AuthorizeResult.DENY });
  });

  it('shows tasks and their logs to who started them', async () => {
    const decision = await policy.handle(
      { permission: taskReadPermission },
      ana,
    );

    expect(decision).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        rule: 'IS_TASK_OWNER',
        params: { createdBy: ['user:default/ana'] },
      },
    });
  });

  it('lets admins alone look into templates', async () => {
    const permission = templateManagementPermission;

    expect(await policy.handle({ permission }, ana)).toEqual({
      result: AuthorizeResult.DENY,
    });
    expect(await policy.handle({ permission }, paula)).toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });
});

function userIn(name: string, group: string): PolicyQueryUser {
  const userEntityRef = `user:default/${name}`;
  return {
    credentials: mockCredentials.user(userEntityRef),
    info: {
      userEntityRef,
      ownershipEntityRefs: [`group:default/${group}`],
    },
  } as PolicyQueryUser;
}
