import { screen, waitFor, within } from '@testing-library/react';
import type { RunItem } from '../../api/ResourcesApi';
import { aRun } from '../../testing/aRun';
import { FakeResourcesApi } from '../../testing/FakeResourcesApi';
import { pass } from '../../testing/pass';
import { renderPages } from '../../testing/renderPages';
import { useFakeClock } from '../../testing/useFakeClock';
import { useViewport } from '../../testing/useViewport';

const line = (message: string, level: 'info' | 'error' = 'info') =>
  ({ type: 'log', source: 'terraform', level, message } as const);

const log = () => screen.findByRole('log', { name: 'Log of the run' });

describe('the log', () => {
  useFakeClock();
  useViewport();

  const open = (run: Partial<RunItem> = {}) => {
    const api = new FakeResourcesApi({
      runs: [aRun({ progress: undefined, ...run })],
    });
    return { api, user: renderPages('/resources/runs/run-1', { api }) };
  };

  it('shows lines as they come, with their level in words', async () => {
    const { api } = open();
    expect(await screen.findByText('No lines yet.')).toBeInTheDocument();

    api.events.push('run-1', line('made it'), line('no', 'error'));

    expect(await screen.findByText('made it')).toBeInTheDocument();
    expect(await log()).toHaveTextContent(/made it.*error: no/);
    expect(screen.getByText('2 lines')).toBeInTheDocument();
    expect(screen.getByText('Live')).toBeInTheDocument();
  });

  it('goes on where it was after the connection broke', async () => {
    const { api } = open();
    api.events.push('run-1', line('one'), line('two'));
    await screen.findByText('2 lines');

    api.events.cut('run-1');
    expect(
      await screen.findByText('Connection lost, trying again'),
    ).toBeInTheDocument();
    api.events.push('run-1', line('three'));
    await pass(1_100);

    expect(await screen.findByText('3 lines')).toBeInTheDocument();
    expect(screen.getByText('Live')).toBeInTheDocument();
    expect(api.callsOf('followRunEvents')[1]).toEqual(['run-1', 2]);
  });

  it('polls the run while its events do not come', async () => {
    const { api } = open();
    await screen.findByRole('heading', { name: 'Apply invoices' });
    api.break('followRunEvents', new TypeError('Failed to fetch'));
    api.events.cut('run-1');
    await screen.findByText('Connection lost, trying again');

    api.putRun(aRun({ status: 'applied', cancelable: false }));
    await pass(4_000);

    expect(
      await screen.findByText('Done: invoices stands as planned.'),
    ).toBeInTheDocument();
  });

  it('is complete when the run is over', async () => {
    const { api } = open({ status: 'applied' });
    api.events.push('run-1', line('done'));
    api.events.end('run-1');

    expect(await screen.findByText('Complete')).toBeInTheDocument();
  });

  it('keeps only the lines in sight in the page', async () => {
    const { api } = open();
    const many = Array.from({ length: 20_000 }, (_, index) =>
      line(`line ${index + 1}`),
    );

    api.events.push('run-1', ...many);

    expect(await screen.findByText('20,000 lines')).toBeInTheDocument();
    expect((await log()).querySelectorAll('[data-index]').length).toBeLessThan(
      100,
    );
  });

  it('finds what is searched for, round and round', async () => {
    const { api, user } = open();
    api.events.push('run-1', line('an error'), line('fine'), line('Error!'));
    await screen.findByText('3 lines');

    await user.type(screen.getByRole('searchbox'), 'error');
    expect(await screen.findByText('1 of 2')).toBeInTheDocument();
    expect(
      within(await log())
        .getAllByText(/error/i, { selector: 'mark' })
        .map(mark => mark.textContent),
    ).toEqual(['error', 'Error']);

    await user.click(screen.getByRole('button', { name: 'Next match' }));
    expect(screen.getByText('2 of 2')).toBeInTheDocument();
    await user.keyboard('{Shift>}{Tab}{/Shift}');
    await user.click(screen.getByRole('button', { name: 'Next match' }));
    expect(screen.getByText('1 of 2')).toBeInTheDocument();
  });

  it('goes to the next match by Enter and back by Shift and Enter', async () => {
    const { api, user } = open();
    api.events.push('run-1', line('a'), line('a'), line('a'));
    await screen.findByText('3 lines');

    await user.type(screen.getByRole('searchbox'), 'a{Enter}{Enter}');
    expect(screen.getByText('3 of 3')).toBeInTheDocument();

    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(screen.getByText('2 of 3')).toBeInTheDocument();
  });

  it('says that no line matches', async () => {
    const { api, user } = open();
    api.events.push('run-1', line('fine'));
    await screen.findByText('1 line');

    await user.type(screen.getByRole('searchbox'), 'zzz');

    expect(await screen.findByText('No line matches')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next match' })).toBeDisabled();
  });

  it('follows a live run until the reader scrolls up', async () => {
    const { api, user } = open();
    api.events.push('run-1', line('one'));
    const follow = await screen.findByRole('button', { name: 'Follow' });
    expect(follow).toHaveAttribute('aria-pressed', 'true');

    (await log()).focus();
    await user.keyboard('{PageUp}');

    await waitFor(() =>
      expect(follow).toHaveAttribute('aria-pressed', 'false'),
    );
  });

  it('hands the log out as a text file', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = jest.fn((file: Blob) => {
      files.push(file);
      return 'blob:log';
    });
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const { api, user } = open();
    api.events.push('run-1', line('made it'));
    await screen.findByText('1 line');

    await user.click(screen.getByRole('button', { name: 'Download' }));

    expect(files).toHaveLength(1);
    expect(files[0].size).toBeGreaterThan('made it'.length);
    expect(click.mock.contexts[0]).toHaveProperty('download', 'run-run-1.log');
    click.mockRestore();
  });
});

describe('the diagnostics', () => {
  useFakeClock();

  it('show each complaint once, with its place and the lines there', async () => {
    const api = new FakeResourcesApi({ runs: [aRun()] });
    const complaint = {
      type: 'diagnostic',
      severity: 'error',
      summary: 'Invalid value',
      detail: 'A bucket name has no upper case.',
      address: 'aws_s3_bucket.this',
      file: 'main.tf',
      line: 12,
      snippet: 'bucket = "Invoices"',
    } as const;
    api.events.push('run-1', complaint, complaint);

    renderPages('/resources/runs/run-1', { api });

    const list = await screen.findByRole('region', { name: 'Diagnostics' });
    expect(within(list).getAllByText('Error: Invalid value')).toHaveLength(1);
    expect(list).toHaveTextContent('A bucket name has no upper case.');
    expect(list).toHaveTextContent('main.tf, line 12 · aws_s3_bucket.this');
    expect(list).toHaveTextContent('bucket = "Invoices"');
  });
});
