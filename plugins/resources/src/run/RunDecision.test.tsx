import { screen, within } from '@testing-library/react';
import type { RunItem } from '../api/ResourcesApi';
import { aResource } from '../testing/aResource';
import { aRun } from '../testing/aRun';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { renderPages } from '../testing/renderPages';
import { responseError } from '../testing/responseError';
import { useFakeClock } from '../testing/useFakeClock';

const digest = 'a'.repeat(64);

const parked = (overrides: Partial<RunItem> = {}) =>
  aRun({
    status: 'awaiting_approval',
    progress: undefined,
    planDigest: digest,
    decideBy: '2026-03-11T12:00:00.000Z',
    actions: { decide: true, retry: false },
    summary: {
      create: 0,
      update: 1,
      replace: 0,
      delete: 0,
      import: 0,
      changes: [],
    },
    ...overrides,
  });

const replacing = {
  summary: {
    create: 0,
    update: 0,
    replace: 1,
    delete: 0,
    import: 0,
    changes: [
      {
        address: 'aws_s3_bucket.this',
        type: 'aws_s3_bucket',
        name: 'this',
        action: 'replace' as const,
      },
    ],
  },
};

describe('a plan that waits', () => {
  useFakeClock();

  const open = (run: RunItem) => {
    const api = new FakeResourcesApi({
      runs: [run],
      resources: [aResource()],
    });
    return { api, user: renderPages('/resources/runs/run-1', { api }) };
  };

  const press = async (
    user: ReturnType<typeof open>['user'],
    name: string,
    within_: HTMLElement = document.body,
  ) => user.click(await within(within_).findByRole('button', { name }));

  it('is confirmed by its digest', async () => {
    const { api, user } = open(parked());
    expect(
      await screen.findByText('This plan waits for your confirmation'),
    ).toBeInTheDocument();

    await press(user, 'Confirm and apply');
    await press(user, 'Confirm and apply', await screen.findByRole('dialog'));

    expect(api.callsOf('confirmRun')).toEqual([
      ['run-1', { planDigest: digest, name: undefined }],
    ]);
    expect(await screen.findByText('Confirmed by')).toBeInTheDocument();
  });

  it('that replaces something is confirmed only with the name', async () => {
    const { api, user } = open(parked(replacing));
    await press(user, 'Confirm and apply');
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', {
      name: 'Confirm and apply',
    });

    expect(dialog).toHaveTextContent('aws_s3_bucket.this');
    expect(confirm).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox'), 'invoice');
    expect(confirm).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox'), 's');
    await user.click(confirm);

    expect(api.callsOf('confirmRun')).toEqual([
      ['run-1', { planDigest: digest, name: 'invoices' }],
    ]);
  });

  it('is discarded', async () => {
    const { api, user } = open(parked());
    await press(user, 'Discard');

    await press(user, 'Discard', await screen.findByRole('dialog'));

    expect(api.callsOf('discardRun')).toHaveLength(1);
    expect(await screen.findByText('Discarded by')).toBeInTheDocument();
  });

  it('says why it was not confirmed', async () => {
    const { api, user } = open(parked());
    api.break('confirmRun', responseError(409, 'It has another plan'));
    await press(user, 'Confirm and apply');

    await press(user, 'Confirm and apply', await screen.findByRole('dialog'));

    expect(await screen.findByText(/It has another plan/)).toBeInTheDocument();
  });

  it('offers nothing to who may only look', async () => {
    open(parked({ actions: { decide: false, retry: false } }));

    expect(
      await screen.findByText(/Somebody of the owner’s team/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Discard' }),
    ).not.toBeInTheDocument();
  });
});

describe('a run that failed', () => {
  useFakeClock();

  const failed = aRun({
    status: 'failed',
    failure: { code: 'apply_failed', message: 'The name is taken' },
    actions: { decide: false, retry: true },
    cancelable: false,
  });

  const open = () => {
    const api = new FakeResourcesApi({
      runs: [failed],
      resources: [aResource()],
    });
    return { api, user: renderPages('/resources/runs/run-1', { api }) };
  };

  it.each([
    ['Try again', 'same'],
    ['Try again with the current template', 'current'],
  ])('is tried again by "%s"', async (name, bundle) => {
    const { api, user } = open();

    await user.click(await screen.findByRole('button', { name }));

    expect(api.callsOf('retryRun')[0]).toEqual([
      'run-1',
      { bundle },
      { idempotencyKey: expect.stringMatching(`-${bundle}$`) },
    ]);
    expect(await screen.findByText('an earlier run')).toBeInTheDocument();
  });

  it('leads to the run that is in the way', async () => {
    const { api, user } = open();
    api.break(
      'retryRun',
      responseError(409, 'Run run-2 is active', { runId: 'run-2' }),
    );

    await user.click(await screen.findByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: 'Follow the run' }),
    ).toHaveAttribute('href', '/resources/runs/run-2');
  });
});
