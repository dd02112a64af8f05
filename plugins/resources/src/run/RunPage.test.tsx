import { screen, waitFor, within } from '@testing-library/react';
import type { RunItem } from '../api/ResourcesApi';
import { aPlan } from '../testing/aPlan';
import { aRun } from '../testing/aRun';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { renderPages } from '../testing/renderPages';
import { useFakeClock } from '../testing/useFakeClock';

const section = (name: string) => screen.findByRole('region', { name });

describe('the page of a run', () => {
  useFakeClock();

  const open = (run: Partial<RunItem> = {}, language?: 'pt') => {
    const api = new FakeResourcesApi({ runs: [aRun(run)] });
    return {
      api,
      user: renderPages('/resources/runs/run-1', { api, language }),
    };
  };

  it('says what is being done to what, by whom and for how long', async () => {
    open({ startedAt: '2026-03-04T11:59:00.000Z' });

    expect(
      await screen.findByRole('heading', { name: 'Apply invoices' }),
    ).toBeInTheDocument();
    const facts = screen.getByRole('banner');
    expect(facts).toHaveTextContent('Applying');
    expect(facts).toHaveTextContent('Asked for byana');
    expect(facts).toHaveTextContent(/Running for1m/);
    expect(
      within(facts).getByRole('link', { name: 'invoices' }),
    ).toHaveAttribute('href', '/resources/resource-invoices');
  });

  it('shows the steps with their times and which one runs', async () => {
    open();

    const steps = within(await section('Steps')).getAllByRole('listitem');
    expect(steps.map(step => step.textContent)).toEqual([
      expect.stringMatching(/^Prepare the files: done.*40ms$/),
      expect.stringMatching(/^Initialise Terraform: done.*1\.2s$/),
      expect.stringMatching(/^Plan: done.*2\.6s$/),
      expect.stringMatching(/^Apply: running/),
      'Read the outputs: not yet',
    ]);
    expect(steps[3]).toHaveAttribute('aria-current', 'step');
  });

  it('shows how far the apply is and what it is at since when', async () => {
    jest.setSystemTime(new Date('2026-03-04T12:00:30.000Z'));
    open();

    const progress = await section('Progress');
    expect(within(progress).getByRole('progressbar')).toHaveAttribute(
      'aria-valuetext',
      '1 of 2',
    );
    expect(progress).toHaveTextContent(
      /Create aws_s3_bucket_versioning\.this for 2[45]s/,
    );
    expect(screen.getByText('Run: Applying, 1 of 2 done')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('shows the place in the queue', async () => {
    open({
      status: 'pending',
      queuePosition: 3,
      steps: [],
      startedAt: undefined,
    });

    expect(
      await screen.findByText('Place in the queue: 3'),
    ).toBeInTheDocument();
  });

  it('leads to the resource when it is applied', async () => {
    open({ status: 'applied', cancelable: false });

    expect(
      await screen.findByText('Done: invoices stands as planned.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open the resource' }),
    ).toHaveAttribute('href', '/resources/resource-invoices');
    expect(
      screen.queryByRole('button', { name: 'Cancel the run' }),
    ).not.toBeInTheDocument();
  });

  it('says that a destroyed resource is gone, and what was left behind', async () => {
    open({
      operation: 'destroy',
      status: 'applied',
      orphans: ['arn:aws:s3:::invoices-logs'],
    });

    expect(
      await screen.findByText('Done: invoices is gone.'),
    ).toBeInTheDocument();
    expect(screen.getByText('arn:aws:s3:::invoices-logs')).toBeInTheDocument();
  });

  it('says where and why it failed and what to do', async () => {
    open({
      status: 'failed',
      failure: {
        code: 'apply_failed',
        step: 'apply',
        message: 'BucketAlreadyExists: the name is taken',
      },
    });

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The run failed at: Apply');
    expect(alert).toHaveTextContent('BucketAlreadyExists: the name is taken');
    expect(alert).toHaveTextContent('Mend the cause and try again');
    expect(alert).toHaveTextContent('Code: apply_failed');
  });

  it('says who holds the lock and since when', async () => {
    open({
      status: 'failed',
      failure: {
        code: 'locked',
        message: 'The state is locked',
        lock: {
          id: 'lock-1',
          who: 'paula@laptop',
          operation: 'OperationTypeApply',
          created: '2026-03-04T09:00:00.000Z',
        },
      },
    });

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/locked by paula@laptop since Mar 4, 2026/);
  });

  it('tells what to do also about a failure that it does not know', async () => {
    open({ status: 'failed', failure: { code: 'novel', message: 'Odd' } });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'tell your platform team the id of the run: run-1',
    );
  });

  it('asks for a person when the runner was lost', async () => {
    open({
      status: 'needs_attention',
      failure: { code: 'runner_lost', message: 'The runner vanished' },
    });

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('A person has to look at this run');
    expect(alert).toHaveTextContent('changes nothing by itself');
  });

  it('does not tell whether another team’s run exists', async () => {
    renderPages('/resources/runs/run-9', { api: new FakeResourcesApi() });

    expect(
      await screen.findByText('It does not exist, or is not yours'),
    ).toBeInTheDocument();
  });

  it('shows a new step, status and plan as their events come', async () => {
    const { api } = open({ status: 'planning', summary: undefined, steps: [] });
    expect(
      await screen.findByText('The plan appears when Terraform has made it.'),
    ).toBeInTheDocument();

    api.putRun(aRun({ plan: aPlan() }));
    api.events.push(
      'run-1',
      { type: 'step', step: 'plan', status: 'started' },
      { type: 'step', step: 'plan', status: 'finished', durationMs: 2_600 },
      { type: 'plan_detail' },
      { type: 'status', status: 'applying' },
    );

    expect(await screen.findByText('Destroy (1)')).toBeInTheDocument();
    expect(await section('Steps')).toHaveTextContent(/Plan: done.*2\.6s/);
    await waitFor(() =>
      expect(screen.getByRole('banner')).toHaveTextContent('Applying'),
    );
  });

  it('speaks Portuguese to who chose it', async () => {
    open({}, 'pt');

    expect(
      await screen.findByRole('heading', { name: 'Aplicar invoices' }),
    ).toBeInTheDocument();
    expect(await section('Etapas')).toHaveTextContent(
      'Inicializar o Terraform: concluída',
    );
    expect(await section('Etapas')).toHaveTextContent('1,2 s');
  });
});
