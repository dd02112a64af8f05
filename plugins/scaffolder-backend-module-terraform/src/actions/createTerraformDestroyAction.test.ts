import { actionContext } from '../testing/actionContext';
import { actionDeps } from '../testing/actionDeps';
import { aResource } from '../testing/builders';
import { FakeResourcesService } from '../testing/FakeResourcesService';
import { createTerraformDestroyAction } from './createTerraformDestroyAction';

const invoices = aResource(
  {
    type: 's3-bucket',
    name: 'invoices',
    environment: 'dev',
    owner: 'group:default/payments',
    costCenter: 'CC-1001',
    variables: {},
  },
  {
    id: 'r-7',
    status: 'active',
    managed: [
      { address: 'aws_s3_bucket.this', type: 'aws_s3_bucket', name: 'this' },
    ],
  },
);

describe('terraform:destroy', () => {
  let resources: FakeResourcesService;

  const action = () => createTerraformDestroyAction(actionDeps(resources, '.'));

  beforeEach(() => {
    resources = new FakeResourcesService();
    resources.resources.set(invoices.id, invoices);
  });

  it('destroys on behalf of the person and gives the run', async () => {
    const { ctx, outputs } = actionContext({ resourceId: 'r-7' });

    await action().handler(ctx);

    expect(resources.calls[0]).toEqual({
      method: 'destroyResource',
      by: await ctx.getInitiatorCredentials(),
    });
    expect(resources.keys).toEqual(['task:task-1:apply:destroy:r-7']);
    expect(outputs).toEqual({
      resourceId: 'r-7',
      runId: 'run-1',
      status: 'applied',
      resourceUrl: 'https://portal.example.com/resources/r-7',
      runUrl: 'https://portal.example.com/resources/runs/run-1',
    });
  });

  it('goes on with its run in a task that runs again', async () => {
    const before = actionContext({ resourceId: 'r-7' });
    await action().handler(before.ctx);
    const again = actionContext(
      { resourceId: 'r-7' },
      { checkpoints: before.checkpoints },
    );

    await action().handler(again.ctx);

    expect(resources.runs.size).toBe(1);
  });

  it('says what would go in a dry run, and destroys nothing', async () => {
    const { ctx, log, outputs } = actionContext(
      { resourceId: 'r-7' },
      { isDryRun: true },
    );

    await action().handler(ctx);

    expect(resources.runs.size).toBe(0);
    expect(log).toEqual([
      'info: A destroy of s3-bucket invoices in dev would take away:',
      'info:   - aws_s3_bucket.this',
    ]);
    expect(outputs).toEqual({
      resourceId: 'r-7',
      status: 'active',
      resourceUrl: 'https://portal.example.com/resources/r-7',
    });
  });

  it.each([{ isDryRun: true }, { isDryRun: false }])(
    'says that there is no such resource (%j)',
    async options => {
      const { ctx } = actionContext({ resourceId: 'r-404' }, options);

      await expect(action().handler(ctx)).rejects.toMatchObject({
        name: 'NotFoundError',
        message: expect.stringContaining('There is no resource or run r-404'),
      });
    },
  );

  it('says why the run failed', async () => {
    resources.script = {
      ends: {
        status: 'failed',
        failure: {
          code: 'apply_failed',
          message: 'The bucket is not empty. Empty it and delete again.',
        },
      },
    };
    const { ctx } = actionContext({ resourceId: 'r-7' });

    await expect(action().handler(ctx)).rejects.toThrow(
      'The destroy run run-1 ended as failed: The bucket is not empty. Empty it and delete again.',
    );
  });
});
