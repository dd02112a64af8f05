import { screen, waitFor, within } from '@testing-library/react';
import type { LockItem } from '../api/ResourcesApi';
import { aResource } from '../testing/aResource';
import { aRun } from '../testing/aRun';
import { aStateVersion } from '../testing/aStateVersion';
import { currentAddress } from '../testing/currentAddress';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { renderPages } from '../testing/renderPages';
import { responseError } from '../testing/responseError';
import { someOptions } from '../testing/someOptions';
import { useFakeClock } from '../testing/useFakeClock';

const lock = {
  id: 'f2c1',
  who: 'root@runner-1',
  operation: 'OperationTypeApply',
  created: '2026-03-04T11:00:00Z',
};

describe('the lock of a state', () => {
  useFakeClock();

  const open = (held: LockItem, page = '/state') => {
    const api = new FakeResourcesApi({ resources: [aResource()] });
    api.lock = held;
    const user = renderPages(`/resources/resource-invoices${page}`, { api });
    return { api, user };
  };
  const dead: LockItem = {
    lock,
    holder: 'dead',
    run: {
      id: 'run-1',
      operation: 'apply',
      status: 'needs_attention',
      heartbeatAt: '2026-03-04T11:00:30.000Z',
    },
    unlockable: true,
  };

  it('of a live run leads to it and offers nothing else', async () => {
    open({ ...dead, holder: 'alive', unlockable: false });

    expect(
      await screen.findByText(/root@runner-1 holds the lock since/),
    ).toBeInTheDocument();
    expect(screen.getByText(/is alive/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open its run' })).toHaveAttribute(
      'href',
      '/resources/runs/run-1',
    );
    expect(
      screen.queryByRole('button', { name: 'Remove the lock' }),
    ).not.toBeInTheDocument();
  });

  it.each(['', '/state'])(
    'of a dead run is removed by a run of its own, from %s',
    async page => {
      const { api, user } = open(dead, page);

      await user.click(
        await screen.findByRole('button', { name: 'Remove the lock' }),
      );
      const dialog = await screen.findByRole('dialog');
      expect(dialog).toHaveTextContent(
        /root@runner-1.*OperationTypeApply.*f2c1/,
      );
      await user.click(
        within(dialog).getByRole('button', { name: 'Remove the lock' }),
      );

      await waitFor(() =>
        expect(currentAddress()).toBe('/resources/runs/run-unlock-invoices'),
      );
      expect(
        await screen.findByRole('heading', { name: 'Unlock invoices' }),
      ).toBeInTheDocument();
      expect(api.callsOf('unlockResource')).toEqual([
        [
          'resource-invoices',
          { lockId: 'f2c1' },
          { idempotencyKey: expect.any(String) },
        ],
      ]);
    },
  );

  it('says why it was not removed', async () => {
    const { api, user } = open(dead);
    api.break(
      'unlockResource',
      responseError(409, 'Run run-9 holds it', { runId: 'run-9' }),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Remove the lock' }),
    );
    const dialog = await screen.findByRole('dialog');

    await user.click(
      within(dialog).getByRole('button', { name: 'Remove the lock' }),
    );

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Run run-9 holds it',
    );
    expect(
      within(dialog).getByRole('link', { name: 'Follow the run' }),
    ).toHaveAttribute('href', '/resources/runs/run-9');
  });

  it('of somebody else is said to be so', async () => {
    open({ lock, holder: 'unknown', unlockable: false });

    expect(
      await screen.findByText(/No run of this portal took it/),
    ).toBeInTheDocument();
    expect(screen.getByText(/Only an admin can remove it/)).toBeInTheDocument();
  });

  it('is where a run leads that found the state locked', async () => {
    const api = new FakeResourcesApi({
      resources: [aResource()],
      runs: [
        aRun({
          status: 'failed',
          failure: { code: 'locked', message: 'locked by sam', lock },
        }),
      ],
    });
    renderPages('/resources/runs/run-1', { api });

    expect(
      await screen.findByRole('link', { name: 'Open the state' }),
    ).toHaveAttribute('href', '/resources/resource-invoices/state');
  });
});

describe('restoring a state', () => {
  useFakeClock();

  const open = (admin: boolean) => {
    const api = new FakeResourcesApi({
      resources: [aResource()],
      options: someOptions({ admin }),
    });
    api.stateVersions = [
      aStateVersion({ serial: 4, current: true }),
      aStateVersion({ serial: 3 }),
      aStateVersion({ serial: 2, lineage: 'another' }),
    ];
    const user = renderPages('/resources/resource-invoices/state', { api });
    return { api, user };
  };

  it('is an admin’s, and ends on a run that plans first', async () => {
    const { api, user } = open(true);
    const [button, ...more] = await screen.findAllByRole('button', {
      name: 'Restore',
    });
    expect(more).toEqual([]);

    await user.click(button);
    const dialog = await screen.findByRole('dialog', {
      name: 'Restore the state of serial 3?',
    });
    await user.click(
      within(dialog).getByRole('button', { name: 'Plan with it' }),
    );

    await waitFor(() =>
      expect(currentAddress()).toBe('/resources/runs/run-restore-invoices'),
    );
    expect(api.callsOf('restoreState')[0].slice(0, 2)).toEqual([
      'resource-invoices',
      { versionId: 'v-3' },
    ]);
  });

  it('is offered to nobody else', async () => {
    open(false);

    await screen.findAllByRole('button', { name: 'Compare with current' });

    expect(
      screen.queryByRole('button', { name: 'Restore' }),
    ).not.toBeInTheDocument();
  });
});
