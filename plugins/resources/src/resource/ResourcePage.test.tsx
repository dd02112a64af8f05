import { screen, waitFor, within } from '@testing-library/react';
import { aResource, noActions } from '../testing/aResource';
import { aRun } from '../testing/aRun';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { pass } from '../testing/pass';
import { renderPages } from '../testing/renderPages';
import { responseError } from '../testing/responseError';
import { useFakeClock } from '../testing/useFakeClock';

const section = (name: string) => screen.findByRole('region', { name });

describe('the page of a resource', () => {
  useFakeClock();

  const open = (resource = aResource(), runs = [aRun()]) => {
    const api = new FakeResourcesApi({ resources: [resource], runs });
    return { api, user: renderPages(`/resources/${resource.id}`, { api }) };
  };

  it('says what the resource is', async () => {
    open(aResource({ expiresAt: '2026-03-09T12:00:00.000Z' }));

    expect(
      await screen.findByRole('heading', { name: 'invoices' }),
    ).toBeInTheDocument();
    const facts = screen.getByRole('banner');
    expect(facts).toHaveTextContent('Active');
    expect(facts).toHaveTextContent('Age3 days');
    expect(facts).toHaveTextContent('Expiresin 4 days');
    expect(
      screen.getByRole('link', { name: /AWS console.*opens in a new tab/ }),
    ).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('names the browser’s tab after the resource', async () => {
    open();

    await waitFor(() => expect(document.title).toBe('invoices · Resources'));
  });

  it('copies an output and says so', async () => {
    const { user } = open();
    const write = jest.spyOn(navigator.clipboard, 'writeText');

    await user.click(
      await screen.findByRole('button', { name: 'Copy bucket_arn' }),
    );

    expect(write).toHaveBeenCalledWith('arn:aws:s3:::invoices');
    expect(await screen.findByText('Copied bucket_arn')).toBeInTheDocument();
  });

  it('says so when the browser does not allow copying', async () => {
    const { user } = open();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('not allowed'));

    await user.click(
      await screen.findByRole('button', { name: 'Copy bucket_arn' }),
    );

    expect(
      await screen.findByText('The browser did not allow copying bucket_arn'),
    ).toBeInTheDocument();
  });

  it('marks a sensitive output and offers nothing to copy', async () => {
    open(aResource({ outputs: { key: { sensitive: true } } }));

    const outputs = await section('Outputs');
    expect(outputs).toHaveTextContent(
      'Sensitive: its value is not kept in the portal',
    );
    expect(within(outputs).queryByRole('button')).not.toBeInTheDocument();
  });

  it('shows inputs, tags, what stands in AWS and the state', async () => {
    open();

    expect(await section('Inputs')).toHaveTextContent('versioningtrue');
    expect(await section('Tags')).toHaveTextContent('Ownerpayments');
    expect(
      within(await section('In AWS')).getByRole('table', {
        name: 'What Terraform keeps in AWS for this resource',
      }),
    ).toHaveTextContent('aws_s3_bucket.thisarn:aws:s3:::invoices');
    const state = await section('Terraform state');
    expect(state).toHaveTextContent('terrastage-state-dev');
    expect(state).toHaveTextContent('Serial4');
    expect(state).toHaveTextContent('7c1d0a52-6a2f-7d7e-3e2b-0f2a4d9b1c11');
  });

  it('leads to what it uses and to what uses it', async () => {
    const related = (name: string, relation: string) => ({
      relation,
      id: `resource-${name}`,
      name,
      type: 'vpc',
      entityRef: `resource:default/${name}-k3x9ab`,
      environment: 'dev',
      status: 'active' as const,
    });
    open(
      aResource({
        uses: [related('shop', 'vpc')],
        usedBy: [related('orders', 'vpc')],
        usedByOthers: 1,
      }),
    );

    const relations = await section('Related resources');
    const inList = (name: string) =>
      within(within(relations).getByRole('list', { name })).getByRole('link');
    expect(inList('Uses')).toHaveAttribute('href', '/resources/resource-shop');
    expect(inList('Used by')).toHaveAttribute(
      'href',
      '/resources/resource-orders',
    );
    expect(relations).toHaveTextContent(
      'One more, of a team that you are not in',
    );
  });

  it('lists the runs with what they changed and how long they took', async () => {
    open(aResource(), [
      aRun({ status: 'applied', finishedAt: '2026-03-04T12:01:06.000Z' }),
    ]);

    const runs = await screen.findByRole('table', {
      name: 'Runs of this resource, the newest first',
    });
    const row = within(runs).getByRole('row', { name: /Apply/ });
    expect(row).toHaveTextContent(/Applied.*\+2~0−0.*ana.*now.*1m 5s/);
    expect(
      within(row).getByRole('img', { name: '2 to create' }),
    ).toBeInTheDocument();
    expect(within(row).getByRole('link', { name: 'Apply' })).toHaveAttribute(
      'href',
      '/resources/runs/run-1',
    );
  });

  it('follows the run that is going on', async () => {
    const run = {
      id: 'run-1',
      operation: 'apply',
      status: 'applying',
    } as const;
    const { api } = open(aResource({ status: 'creating', outputs: {}, run }));

    expect(
      await screen.findByText('Apply is going on: Applying'),
    ).toBeInTheDocument();
    expect(await screen.findByRole('progressbar')).toHaveAttribute(
      'aria-valuetext',
      '1 of 2',
    );
    expect(await section('Outputs')).toHaveTextContent(
      'Outputs appear when the first run is applied',
    );

    api.put(aResource({ status: 'active' }));
    await pass(2_000);

    expect(await screen.findByText('invoices is now: Active')).toHaveAttribute(
      'role',
      'status',
    );
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it.each([
    ['failed', 'The last run failed', 'You can delete the resource'],
    [
      'needs_attention',
      'A person has to look at this resource',
      'talk to your platform team',
    ],
    ['deleted', 'This resource was deleted', 'the record of it'],
  ] as const)('explains %s and says what to do', async (status, why, what) => {
    open(
      aResource({
        status,
        run: { id: 'run-1', operation: 'apply', status: 'failed' },
      }),
    );

    expect(await screen.findByText(why)).toBeInTheDocument();
    expect(screen.getByText(new RegExp(what))).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open the run' })).toHaveAttribute(
      'href',
      '/resources/runs/run-1',
    );
  });

  it('offers no delete to who may not delete', async () => {
    open(aResource({ actions: noActions }));

    await screen.findByRole('heading', { name: 'invoices' });

    expect(
      screen.queryByRole('button', { name: 'Delete' }),
    ).not.toBeInTheDocument();
  });

  it('tells nobody whether another team’s resource exists', async () => {
    renderPages('/resources/resource-of-others', {
      api: new FakeResourcesApi(),
    });

    expect(
      await screen.findByText('It does not exist, or is not yours'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'To my resources' }),
    ).toHaveAttribute('href', '/resources');
  });

  it('recovers from a failure by trying again', async () => {
    const api = new FakeResourcesApi({ resources: [aResource()] });
    api.break('getResource', responseError(500, 'no database'));
    const user = renderPages('/resources/resource-invoices', { api });
    expect(await screen.findByRole('alert')).toHaveTextContent('no database');

    api.mend('getResource');
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'invoices' }),
      ).toBeInTheDocument(),
    );
  });
});
