import { actionContext } from '../testing/actionContext';
import { actionDeps } from '../testing/actionDeps';
import { aResource } from '../testing/builders';
import { FakeResourcesService } from '../testing/FakeResourcesService';
import { createTerraformExtendAction } from './createTerraformExtendAction';
import { createTerraformUnlockAction } from './createTerraformUnlockAction';

const invoices = aResource(
  {
    type: 's3-bucket',
    name: 'invoices',
    environment: 'dev',
    owner: 'group:default/payments',
    costCenter: 'CC-1001',
    variables: {},
  },
  { id: 'r-7', status: 'active', expiresAt: '2999-01-01T00:00:00.000Z' },
);

const lock = {
  id: 'f2c1',
  who: 'root@runner-1',
  operation: 'OperationTypeApply',
  created: '2026-03-04T11:00:00Z',
};

describe('the actions on what stands', () => {
  let resources: FakeResourcesService;

  beforeEach(() => {
    resources = new FakeResourcesService();
    resources.resources.set(invoices.id, invoices);
  });

  const methods = () => resources.calls.map(({ method }) => method);

  describe('terraform:unlock', () => {
    const action = () =>
      createTerraformUnlockAction(actionDeps(resources, '.'));

    it('removes the present lock by a run', async () => {
      resources.lock = { lock, holder: 'dead', unlockable: true };
      const { ctx, outputs } = actionContext({ resourceId: 'r-7' });

      await action().handler(ctx);

      expect(methods()).toContain('unlockResource');
      expect(outputs).toMatchObject({ runId: 'run-1', status: 'applied' });
    });

    it('has nothing to do where nobody holds it', async () => {
      const { ctx, outputs } = actionContext({ resourceId: 'r-7' });

      await action().handler(ctx);

      expect(methods()).not.toContain('unlockResource');
      expect(outputs).toMatchObject({ status: 'not_locked' });
    });

    it('asks for the same lock when the step runs again', async () => {
      resources.lock = { lock, holder: 'dead', unlockable: true };
      const before = actionContext({ resourceId: 'r-7' });
      await action().handler(before.ctx);
      resources.lock = { unlockable: false };
      const again = actionContext(
        { resourceId: 'r-7' },
        { checkpoints: before.checkpoints },
      );

      await action().handler(again.ctx);

      expect(again.outputs).toMatchObject({ runId: 'run-1' });
    });
  });

  describe('terraform:extend', () => {
    const action = () =>
      createTerraformExtendAction(actionDeps(resources, '.'));

    it('counts from the present expiry, and once only', async () => {
      const input = { resourceId: 'r-7', days: 30 };
      const before = actionContext(input);
      await action().handler(before.ctx);
      const again = actionContext(input, { checkpoints: before.checkpoints });

      await action().handler(again.ctx);

      expect(again.outputs).toMatchObject({
        expiresAt: '2999-01-31T00:00:00.000Z',
      });
      expect(
        methods().filter(method => method === 'extendResource'),
      ).toHaveLength(1);
    });

    it('says so for what never expires', async () => {
      resources.resources.set('r-7', { ...invoices, expiresAt: undefined });
      const { ctx } = actionContext({ resourceId: 'r-7', days: 30 });

      await expect(action().handler(ctx)).rejects.toThrow('never expires');
    });
  });
});
