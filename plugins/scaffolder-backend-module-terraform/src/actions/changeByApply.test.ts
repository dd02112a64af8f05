import { actionContext } from '../testing/actionContext';
import { actionDeps } from '../testing/actionDeps';
import { bucketSkeleton } from '../testing/bucketSkeleton';
import { aResource, events } from '../testing/builders';
import { FakeResourcesService } from '../testing/FakeResourcesService';
import { createTerraformApplyAction } from './createTerraformApplyAction';
import { useDirectory } from '../testing/useDirectory';

const input = {
  skeleton: 's3-bucket',
  resourceId: 'r-1',
  parameters: { name: 'invoices', versions: 'none', resourceId: 'r-1' },
  name: 'invoices',
  environment: 'dev',
  owner: 'group:default/payments',
  costCenter: 'CC-1001',
  variables: { name: 'invoices' },
};

describe('terraform:apply with a resource that stands', () => {
  const directory = useDirectory();
  let resources: FakeResourcesService;

  const action = () =>
    createTerraformApplyAction(
      actionDeps(resources, directory.resolve('skeletons')),
    );

  beforeEach(() => {
    resources = new FakeResourcesService();
    resources.resources.set('r-1', aResource({ ...input, type: 's3-bucket' }));
    directory.setContent({ skeletons: { 's3-bucket': bucketSkeleton } });
  });

  it('asks for the change of that resource and keeps what the form was filled with', async () => {
    const { ctx } = actionContext(input);

    await action().handler(ctx);

    expect(resources.calls[0].method).toBe('changeResource');
    expect(resources.keys).toEqual(['task:task-1:apply:change:r-1']);
    expect(resources.requests[0]).toMatchObject({
      parameters: { name: 'invoices', versions: 'none' },
    });
    expect(resources.requests[0].parameters).not.toHaveProperty('resourceId');
  });

  it('ends where the plan waits, with the way to it', async () => {
    resources.script = {
      events: events({ type: 'status', status: 'awaiting_approval' }),
    };
    const { ctx, log, outputs } = actionContext(input);

    await action().handler(ctx);

    expect(outputs).toMatchObject({
      status: 'awaiting_approval',
      runUrl: 'https://portal.example.com/resources/runs/run-1',
    });
    expect(log).toContainEqual(
      expect.stringMatching(/waits for your confirmation: https:.*run-1/),
    );
  });

  it('has no dry run', async () => {
    const { ctx } = actionContext(input, { isDryRun: true });

    await expect(action().handler(ctx)).rejects.toThrow(
      'resourceId: a change has no dry run',
    );
    expect(resources.calls).toEqual([]);
  });

  it.each([
    ['deprecated', 'S3 bucket is deprecated since version 1.0.0: Use archives'],
    ['retired', 'S3 bucket is retired since version 1.0.0: Use archives'],
  ])('warns of a template that is %s', async (end, message) => {
    directory.setContent({
      skeletons: {
        's3-bucket': {
          ...bucketSkeleton,
          'terrastage.yaml': `${bucketSkeleton['terrastage.yaml']}\n${end}: { since: 1.0.0, message: Use archives }\n`,
        },
      },
    });
    const { ctx, log } = actionContext(input);

    await action().handler(ctx);

    expect(log).toContain(`warn: ${message}`);
  });
});
