import { mockServices } from '@backstage/backend-test-utils';
import { checkPermissionsEnabled } from './checkPermissionsEnabled';

const check = (data: object) =>
  checkPermissionsEnabled(mockServices.rootConfig({ data: data as never }));

describe('checkPermissionsEnabled', () => {
  it('takes a portal with the permission framework', () => {
    expect(() => check({ permission: { enabled: true } })).not.toThrow();
  });

  it.each([[{}], [{ permission: { enabled: false } }]])(
    'stops the start of one without it: %j',
    data => {
      expect(() => check(data)).toThrow("needs 'permission.enabled: true'");
    },
  );
});
