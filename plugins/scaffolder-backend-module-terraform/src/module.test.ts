import { setTimeout as sleep } from 'node:timers/promises';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { bucketSkeleton } from './testing/bucketSkeleton';
import { FakeResourcesService } from './testing/FakeResourcesService';
import {
  startScaffolder,
  type TestScaffolder,
} from './testing/startScaffolder';
import { useDirectory } from './testing/useDirectory';

jest.setTimeout(60_000);

const input = {
  skeleton: 's3-bucket',
  environment: 'dev',
  owner: 'group:default/payments',
  costCenter: 'CC-1001',
  variables: {},
};

function aTemplate(
  name: string,
  step: Record<string, unknown>,
): TemplateEntityV1beta3 {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'resource',
      steps: [
        { id: 'apply', name: 'Apply', action: 'terraform:apply', ...step },
      ],
    },
  } as TemplateEntityV1beta3;
}

const one = aTemplate('one', { input: { ...input, name: 'invoices' } });
const each = aTemplate('each', {
  each: ['invoices', 'receipts'],
  input: { ...input, name: '${{ each.value }}' },
});

describe('the module in a real scaffolder', () => {
  const directory = useDirectory({ 's3-bucket': bucketSkeleton });
  let resources: FakeResourcesService;
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    resources = new FakeResourcesService();
    scaffolder = await startScaffolder({
      resources,
      skeletons: directory.path,
      templates: [one, each],
    });
  });

  afterEach(() => scaffolder.stop());

  it('brings the three actions', async () => {
    expect(await scaffolder.actions()).toEqual(
      expect.arrayContaining([
        'terraform:plan',
        'terraform:apply',
        'terraform:destroy',
      ]),
    );
  });

  it('cancels the run of a task that is cancelled', async () => {
    resources.script = { untilCanceled: true };
    const { id } = await scaffolder.submit(one, {});
    while (resources.runs.size === 0) {
      await sleep(20);
    }

    await scaffolder.cancel(id!);

    while ([...resources.runs.values()][0].status !== 'canceled') {
      await sleep(20);
    }
    expect(resources.calls.map(({ method }) => method)).toContain('cancelRun');
  });

  it('makes a resource for each item of a list', async () => {
    const { id } = await scaffolder.submit(each, {});

    const { status } = await scaffolder.ended(id!);

    expect(status).toBe('completed');
    expect(resources.requests.map(({ name }) => name)).toEqual([
      'invoices',
      'receipts',
    ]);
    expect(new Set(resources.keys).size).toBe(2);
  });

  it('plans in the template editor’s dry run', async () => {
    const log = await scaffolder.dryRun(one, {});

    expect(log.join('\n')).toContain(
      'Run run-1: https://portal.example.com/resources/runs/run-1',
    );
    expect(resources.calls[0].method).toBe('planResource');
  });

  it('refuses what no action has as its input', async () => {
    const stateKey = aTemplate('one', {
      input: { ...input, name: 'invoices', stateKey: 'mine' },
    });

    await expect(scaffolder.dryRun(stateKey, {})).rejects.toThrow(/stateKey/);

    expect(resources.requests).toEqual([]);
  });
});
