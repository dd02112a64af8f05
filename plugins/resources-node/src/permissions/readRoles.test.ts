import { mockServices } from '@backstage/backend-test-utils';
import { readRoles } from './readRoles';

const rolesOf = (data: object) =>
  readRoles(mockServices.rootConfig({ data: data as never }));

describe('readRoles', () => {
  it('reads the groups of each role, in lower case', () => {
    expect(
      rolesOf({
        resources: {
          admins: ['group:default/Platform'],
          teamLeads: ['group:default/team-leads'],
        },
      }),
    ).toEqual({
      admins: ['group:default/platform'],
      teamLeads: ['group:default/team-leads'],
    });
  });

  it('gives nobody a role that is not configured', () => {
    expect(rolesOf({})).toEqual({ admins: [], teamLeads: [] });
  });

  it('names the key of a value that is not a list', () => {
    expect(() => rolesOf({ resources: { teamLeads: 'leads' } })).toThrow(
      'resources.teamLeads',
    );
  });
});
