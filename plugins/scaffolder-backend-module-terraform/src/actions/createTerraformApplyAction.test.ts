import { actionContext } from '../testing/actionContext';
import { actionDeps } from '../testing/actionDeps';
import { bucketSkeleton } from '../testing/bucketSkeleton';
import { events } from '../testing/builders';
import { FakeResourcesService } from '../testing/FakeResourcesService';
import { refusal } from '../testing/refusal';
import { createTerraformApplyAction } from './createTerraformApplyAction';
import { useDirectory } from '../testing/useDirectory';

const input = {
  skeleton: 's3-bucket',
  name: 'invoices',
  environment: 'dev',
  owner: 'group:default/payments',
  costCenter: 'CC-1001',
  variables: { name: 'invoices' },
};

describe('terraform:apply', () => {
  const directory = useDirectory();
  let resources: FakeResourcesService;

  const action = () =>
    createTerraformApplyAction(
      actionDeps(resources, directory.resolve('skeletons')),
    );

  beforeEach(() => {
    resources = new FakeResourcesService();
    directory.setContent({
      skeletons: { 's3-bucket': bucketSkeleton },
      workspace: { infra: bucketSkeleton },
    });
  });

  it('asks for the resource on behalf of the person, with the skeleton as its bundle', async () => {
    const { ctx } = actionContext(input, {
      templateInfo: { entityRef: 'template:default/s3-bucket' },
    });

    await action().handler(ctx);

    const { bundle, ...request } = resources.requests[0];
    expect(request).toEqual({
      type: 's3-bucket',
      name: 'invoices',
      environment: 'dev',
      owner: 'group:default/payments',
      costCenter: 'CC-1001',
      variables: { name: 'invoices' },
      templateRef: 'template:default/s3-bucket',
    });
    expect(bundle.files.map(file => file.path)).toEqual([
      'main.tf',
      'terrastage.yaml',
    ]);
    expect(
      Buffer.from(bundle.files[0].content, 'base64').toString('utf8'),
    ).toBe(bucketSkeleton['main.tf']);
    expect(resources.calls[0]).toEqual({
      method: 'createResource',
      by: await ctx.getInitiatorCredentials(),
    });
  });

  it('takes a folder of the workspace in place of a skeleton', async () => {
    const { skeleton, ...rest } = input;
    const { ctx } = actionContext(
      { ...rest, path: './infra' },
      { workspacePath: directory.resolve('workspace') },
    );

    await action().handler(ctx);

    expect(resources.requests[0].bundle.files).toHaveLength(2);
  });

  it('passes on what it is built on, without fields that nobody touched', async () => {
    const vpc = '11111111-1111-4111-8111-111111111111';
    const { ctx } = actionContext({
      ...input,
      uses: { vpc, clients: [], other: '' },
    });

    await action().handler(ctx);

    expect(resources.requests[0].uses).toEqual({ vpc, clients: [] });
  });

  it('gives ids, status, visible outputs, the entity and links', async () => {
    resources.script = {
      outputs: {
        arn: { sensitive: false, value: 'arn:aws:s3:::invoices' },
        tiers: { sensitive: false, value: [1, { a: 2 }] },
        password: { sensitive: true },
      },
    };
    const { ctx, outputs } = actionContext(input);

    await action().handler(ctx);

    expect(outputs).toEqual({
      resourceId: 'r-1',
      runId: 'run-1',
      status: 'applied',
      outputs: { arn: 'arn:aws:s3:::invoices', tiers: [1, { a: 2 }] },
      entityRef: 'resource:default/invoices-a1b2c3',
      resourceUrl: 'https://portal.example.com/resources/r-1',
      runUrl: 'https://portal.example.com/resources/runs/run-1',
    });
  });

  it('writes what happens into the log of the task', async () => {
    resources.script = {
      events: events(
        { type: 'status', status: 'planning' },
        {
          type: 'log',
          source: 'terraform',
          level: 'info',
          message: 'Initializing',
        },
        { type: 'status', status: 'applied' },
      ),
    };
    const { ctx, log } = actionContext(input);

    await action().handler(ctx);

    expect(log).toEqual([
      'info: Run run-1: https://portal.example.com/resources/runs/run-1',
      'info: Run: planning',
      'info: Initializing',
      'info: Run: applied',
    ]);
  });

  it('follows with the scaffolder’s own credentials, which outlast the person’s', async () => {
    const { ctx } = actionContext(input);

    await action().handler(ctx);

    const following = resources.calls.find(
      ({ method }) => method === 'followRunEvents',
    );
    expect(following?.by.principal).toEqual({
      type: 'service',
      subject: 'plugin:scaffolder',
    });
  });

  describe('in a task that runs again after a restart of the portal', () => {
    it('goes on with the run that it has started', async () => {
      const before = actionContext(input);
      resources.script = { breaksWith: new Error('the portal was killed') };
      await action()
        .handler(before.ctx)
        .catch(() => {});
      resources.script = {};
      const again = actionContext(input, { checkpoints: before.checkpoints });

      await action().handler(again.ctx);

      expect(resources.requests).toHaveLength(1);
      expect(again.outputs).toMatchObject({
        runId: 'run-1',
        status: 'applied',
      });
    });

    it('finds the run by its key when it was killed before it could note it', async () => {
      const before = actionContext({ ...input, expiresIn: '7 days' });
      await action().handler(before.ctx);
      const kept = new Map(
        [...before.checkpoints].filter(([key]) => key.startsWith('expiry')),
      );
      const again = actionContext(
        { ...input, expiresIn: '7 days' },
        { checkpoints: kept },
      );

      await action().handler(again.ctx);

      expect(resources.keys).toEqual([
        'task:task-1:apply:apply:dev/invoices',
        'task:task-1:apply:apply:dev/invoices',
      ]);
      expect(resources.runs.size).toBe(1);
      expect(again.outputs.runId).toBe('run-1');
    });

    it('says how the run ended, when it ended badly meanwhile', async () => {
      const before = actionContext(input);
      resources.script = { breaksWith: new Error('the portal was killed') };
      await action()
        .handler(before.ctx)
        .catch(() => {});
      resources.script = {
        ends: {
          status: 'needs_attention',
          failure: { code: 'runner_lost', message: 'The runner vanished.' },
        },
      };
      const again = actionContext(input, { checkpoints: before.checkpoints });

      await expect(action().handler(again.ctx)).rejects.toThrow(
        'The apply run run-1 ended as needs attention: The runner vanished. See https://portal.example.com/resources/runs/run-1',
      );
      expect(resources.runs.size).toBe(1);
    });
  });

  it('starts a run for each iteration of a step with each', async () => {
    await action().handler(actionContext(input).ctx);
    await action().handler(actionContext({ ...input, name: 'receipts' }).ctx);

    expect(resources.runs.size).toBe(2);
  });

  describe('says why', () => {
    it('the run failed, with a link to it and no outputs', async () => {
      resources.script = {
        events: events({
          type: 'diagnostic',
          severity: 'error',
          summary: 'creating S3 Bucket (invoices): BucketAlreadyExists',
          detail: '',
          file: 'main.tf',
          line: 1,
        }),
        ends: {
          status: 'failed',
          failure: {
            code: 'apply_failed',
            message: 'The name is taken. Choose another.',
          },
        },
      };
      const { ctx, log, outputs } = actionContext(input);

      await expect(action().handler(ctx)).rejects.toMatchObject({
        name: 'RunFailedError',
        message:
          'The apply run run-1 ended as failed: The name is taken. Choose another. See https://portal.example.com/resources/runs/run-1',
      });
      expect(log).toContain(
        'error: creating S3 Bucket (invoices): BucketAlreadyExists (main.tf:1)',
      );
      expect(outputs).toEqual({});
    });

    it.each([
      [400, 'InputError', 'variables.name: must match pattern'],
      [403, 'NotAllowedError', 'You are not a member of group:default/admins'],
      [413, 'InputError', 'The bundle is larger than 5 MB'],
      [422, 'ConflictError', 'The idempotency key was used for another'],
      [503, 'ServiceUnavailableError', 'The database is away'],
    ])('the portal answers %d', async (status, name, message) => {
      resources.refuses = await refusal(status, { name: 'Any', message });
      const { ctx } = actionContext(input);

      await expect(action().handler(ctx)).rejects.toMatchObject({
        name,
        message: `The portal did not start the run: ${message}`,
        cause: resources.refuses,
      });
    });

    it('another run is in the way, with a link to it', async () => {
      resources.refuses = await refusal(409, {
        name: 'ConflictError',
        message: 'A run of invoices is active.',
        runId: 'run-7',
      });
      const { ctx } = actionContext(input);

      await expect(action().handler(ctx)).rejects.toThrow(
        'A run of invoices is active. See https://portal.example.com/resources/runs/run-7',
      );
    });

    it('the portal cannot be reached', async () => {
      resources.refuses = new TypeError('fetch failed');
      const { ctx } = actionContext(input);

      await expect(action().handler(ctx)).rejects.toThrow(
        'The portal did not start the run: the resources plugin could not be reached; try again in a minute.',
      );
    });

    it('the run is out of sight, and goes on', async () => {
      resources.script = { breaksWith: new TypeError('fetch failed') };
      const { ctx } = actionContext(input);

      await expect(action().handler(ctx)).rejects.toThrow(
        'Lost sight of run run-1, which goes on without this task (https://portal.example.com/resources/runs/run-1): the resources plugin could not be reached',
      );
    });
  });

  it('does not wait for an approval', async () => {
    resources.script = {
      events: events(
        { type: 'status', status: 'awaiting_approval' },
        { type: 'status', status: 'applied' },
      ),
    };
    const { ctx, log } = actionContext(input);

    await action().handler(ctx);

    expect(log).toContain('info: Run: awaiting approval');
    expect(log).not.toContain('info: Run: applied');
  });

  describe('when the task is cancelled', () => {
    it('cancels the run, and ends when the run has', async () => {
      resources.script = { untilCanceled: true };
      const canceling = new AbortController();
      const { ctx, log } = actionContext(input, { signal: canceling.signal });

      const running = action().handler(ctx);
      setImmediate(() => canceling.abort());

      await expect(running).rejects.toThrow(
        'The apply run run-1 ended as canceled by user:default/mock. See https://portal.example.com/resources/runs/run-1',
      );
      expect(log).toContain(
        'warn: The task was cancelled: the run stops as soon as Terraform has saved its state',
      );
      expect(log).toContain('info: Run: canceled');
    });

    it('starts nothing when it was cancelled before', async () => {
      const { ctx } = actionContext(input, { signal: AbortSignal.abort() });

      await expect(action().handler(ctx)).rejects.toThrow(/abort/);

      expect(resources.requests).toEqual([]);
    });

    it('cancels a run that it had started before a restart', async () => {
      const before = actionContext(input);
      resources.script = { breaksWith: new Error('the portal was killed') };
      await action()
        .handler(before.ctx)
        .catch(() => {});
      resources.script = { untilCanceled: true };
      const again = actionContext(input, {
        checkpoints: before.checkpoints,
        signal: AbortSignal.abort(),
      });

      await expect(action().handler(again.ctx)).rejects.toThrow(
        'ended as canceled',
      );
    });

    it('says so when the cancel is refused, and follows the run on', async () => {
      resources.refusesCancel = await refusal(409, {
        name: 'ConflictError',
        message: 'The run is over.',
      });
      const canceling = new AbortController();
      resources.script = { events: events({ type: 'plan_detail' }) };
      const { ctx, log, outputs } = actionContext(input, {
        signal: canceling.signal,
      });
      const checkpoint = ctx.checkpoint;
      ctx.checkpoint = async opts => {
        const value = await checkpoint(opts);
        if (opts.key.startsWith('run:')) {
          canceling.abort();
        }
        return value;
      };

      await action().handler(ctx);

      expect(log).toContain(
        'error: The run was not cancelled and goes on: The run is over. https://portal.example.com/resources/runs/run-1',
      );
      expect(outputs.status).toBe('applied');
    });
  });

  it('only plans in a dry run', async () => {
    resources.script = {
      events: events({
        type: 'plan',
        summary: {
          create: 1,
          update: 0,
          replace: 0,
          delete: 0,
          import: 0,
          changes: [
            {
              address: 'aws_s3_bucket.this',
              type: 'aws_s3_bucket',
              name: 'this',
              action: 'create',
            },
          ],
        },
      }),
    };
    const { ctx, log, outputs } = actionContext(input, { isDryRun: true });

    await action().handler(ctx);

    expect(resources.calls[0].method).toBe('planResource');
    expect(log).toContain('info: Plan: 1 to create');
    expect(outputs).toMatchObject({
      status: 'planned_and_finished',
      outputs: {},
    });
  });

  describe('keeps the time of expiry', () => {
    it.each([
      [{ expiresIn: '7 days' }, '2026-01-08T00:00:00.000Z'],
      [{ expiresIn: 'PT12H' }, '2026-01-01T12:00:00.000Z'],
      [{ expiresAt: '2026-02-01T10:00:00+02:00' }, '2026-02-01T08:00:00.000Z'],
    ])('%j', async (expiry, expected) => {
      const { ctx } = actionContext({ ...input, ...expiry });

      await action().handler(ctx);

      expect(resources.requests[0].expiresAt).toBe(expected);
    });
  });

  describe('refuses bad input before it asks the portal', () => {
    const bad: Array<[string, object, string]> = [
      ['neither skeleton nor path', { skeleton: undefined }, 'skeleton, path:'],
      ['both skeleton and path', { path: 'infra' }, 'skeleton, path:'],
      [
        'an unknown skeleton',
        { skeleton: 'sqs' },
        "there is no skeleton 'sqs'",
      ],
      ['a skeleton that climbs', { skeleton: '../s3-bucket' }, 'skeleton:'],
      ['an encoded skeleton', { skeleton: '%2e%2e' }, 'skeleton:'],
      ['an absolute skeleton', { skeleton: '/etc' }, 'skeleton:'],
      ['a NUL in the skeleton', { skeleton: 's3-bucket\0' }, 'skeleton:'],
      ['another type', { type: 'sqs-queue' }, 'type: the skeleton makes'],
      ['an upper-case name', { name: 'Invoices' }, 'name: must be lower-case'],
      ['a name of one character', { name: 'a' }, 'name:'],
      ['a name of 64 characters', { name: 'a'.repeat(64) }, 'name:'],
      ['a shell in the name', { name: '$(id)' }, 'name:'],
      ['a newline in the name', { name: 'invoices\n' }, 'name:'],
      ['a Cyrillic letter in the name', { name: 'invоices' }, 'name:'],
      ['a zero-width space in the name', { name: 'in\u200bvoices' }, 'name:'],
      ['a name for an owner', { owner: 'payments' }, 'owner: must be a full'],
      ['a system that is none', { system: 'checkout' }, 'system: must be'],
      ['no environment', { environment: '' }, 'environment:'],
      ['no cost centre', { costCenter: '' }, 'costCenter:'],
      [
        'marks in the description that turn the text around',
        { description: 'safe\u202etxt.exe' },
        'description: must not contain',
      ],
      ['a description of 501', { description: 'x'.repeat(501) }, 'description'],
      ['a time that is none', { expiresAt: 'soon' }, 'expiresAt: "soon"'],
      ['a duration that is none', { expiresIn: 'soon' }, 'expiresIn: "soon"'],
      [
        'two expiries',
        { expiresIn: 'P1D', expiresAt: '2026-01-01T00:00:00Z' },
        'expiresAt, expiresIn: give one',
      ],
    ];

    it.each(bad)('%s', async (_, change, message) => {
      const { ctx } = actionContext({ ...input, ...change });

      await expect(action().handler(ctx)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(message),
      });
      expect(resources.requests).toEqual([]);
    });

    it('what the portal alone may say is no input of the action', () => {
      const { properties, additionalProperties } = action().schema!.input!;

      expect(additionalProperties).toBe(false);
      expect(Object.keys(properties!)).toEqual([
        'skeleton',
        'path',
        'resourceId',
        'adopt',
        'parameters',
        'type',
        'name',
        'environment',
        'owner',
        'system',
        'costCenter',
        'description',
        'variables',
        'uses',
        'expiresAt',
        'expiresIn',
      ]);
    });

    it('a hostile value stays a value', async () => {
      const hostile =
        '${file("/etc/passwd")} %{ for x in y } "; rm -rf / <<EOT';
      const { ctx } = actionContext({
        ...input,
        variables: { name: 'invoices', comment: hostile },
      });

      await action().handler(ctx);

      expect(resources.requests[0].variables.comment).toBe(hostile);
    });
  });
});
