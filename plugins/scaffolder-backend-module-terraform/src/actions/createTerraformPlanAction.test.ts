import { actionContext } from '../testing/actionContext';
import { actionDeps } from '../testing/actionDeps';
import { bucketSkeleton } from '../testing/bucketSkeleton';
import { FakeResourcesService } from '../testing/FakeResourcesService';
import { createTerraformPlanAction } from './createTerraformPlanAction';
import { useDirectory } from '../testing/useDirectory';

const input = {
  skeleton: 's3-bucket',
  name: 'invoices',
  environment: 'dev',
  owner: 'group:default/payments',
  costCenter: 'CC-1001',
  variables: { name: 'invoices' },
};

describe('terraform:plan', () => {
  const directory = useDirectory({ 's3-bucket': bucketSkeleton });

  it('plans and gives the counts', async () => {
    const resources = new FakeResourcesService();
    resources.script = {
      ends: {
        summary: {
          create: 4,
          update: 0,
          replace: 1,
          delete: 0,
          import: 0,
          changes: [],
        },
      },
    };
    const { ctx, outputs } = actionContext(input);

    await createTerraformPlanAction(
      actionDeps(resources, directory.path),
    ).handler(ctx);

    expect(resources.calls[0].method).toBe('planResource');
    expect(outputs).toEqual({
      resourceId: 'r-1',
      runId: 'run-1',
      status: 'planned_and_finished',
      summary: { create: 4, update: 0, replace: 1, delete: 0, import: 0 },
      resourceUrl: 'https://portal.example.com/resources/r-1',
      runUrl: 'https://portal.example.com/resources/runs/run-1',
    });
  });

  it('can stand before an apply of the same in one task', async () => {
    const resources = new FakeResourcesService();
    const action = createTerraformPlanAction(
      actionDeps(resources, directory.path),
    );

    await action.handler(actionContext(input, { step: { id: 'plan' } }).ctx);

    expect(resources.keys).toEqual(['task:task-1:plan:plan:dev/invoices']);
  });

  it('says what was denied', async () => {
    const resources = new FakeResourcesService();
    resources.script = {
      ends: {
        status: 'policy_denied',
        failure: { code: 'policy', message: 'Buckets need encryption.' },
      },
    };
    const { ctx } = actionContext(input);

    const planning = createTerraformPlanAction(
      actionDeps(resources, directory.path),
    ).handler(ctx);

    await expect(planning).rejects.toThrow(
      'The plan run run-1 ended as policy denied: Buckets need encryption.',
    );
  });
});
