import { screen, waitFor, within } from '@testing-library/react';
import type { RunItem } from '../api/ResourcesApi';
import { aRun } from '../testing/aRun';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { renderPages } from '../testing/renderPages';
import { responseError } from '../testing/responseError';
import { useFakeClock } from '../testing/useFakeClock';

describe('canceling a run', () => {
  useFakeClock();

  const open = async (run: Partial<RunItem> = {}) => {
    const api = new FakeResourcesApi({ runs: [aRun(run)] });
    const user = renderPages('/resources/runs/run-1', { api });
    await user.click(
      await screen.findByRole('button', { name: 'Cancel the run' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Cancel this run?',
    });
    return { api, user, dialog };
  };

  it.each([
    ['pending', 'It has not begun'],
    ['planning', 'nothing changes in AWS'],
    ['applying', 'saves its state and lets go of the lock'],
  ] as const)('says what it means while %s', async (status, meaning) => {
    const { dialog } = await open({ status });

    expect(dialog).toHaveTextContent(meaning);
  });

  it('says who asked for it and offers it no more', async () => {
    const { api, user, dialog } = await open();

    await user.click(
      within(dialog).getByRole('button', { name: 'Cancel the run' }),
    );

    expect(
      await screen.findByText(/Cancel was asked for by ana/),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Canceling' })).toBeDisabled();
    expect(api.callsOf('cancelRun')).toEqual([['run-1']]);
  });

  it('says why it was refused', async () => {
    const { api, user, dialog } = await open();
    api.break('cancelRun', responseError(409, 'Run run-1 is applied'));

    await user.click(
      within(dialog).getByRole('button', { name: 'Cancel the run' }),
    );

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Run run-1 is applied',
    );
  });

  it('lets the run go on when one thinks better of it', async () => {
    const { api, user, dialog } = await open();

    await user.click(
      within(dialog).getByRole('button', { name: 'Let it go on' }),
    );

    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(api.callsOf('cancelRun')).toEqual([]);
  });
});
