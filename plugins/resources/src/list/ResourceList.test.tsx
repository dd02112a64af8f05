import { screen, waitFor, within } from '@testing-library/react';
import { aResource } from '../testing/aResource';
import { currentAddress } from '../testing/currentAddress';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { renderPages } from '../testing/renderPages';
import { responseError } from '../testing/responseError';
import { useFakeClock } from '../testing/useFakeClock';

const rowNames = async () =>
  (await screen.findAllByRole('rowheader')).map(cell => cell.textContent);

describe('My resources', () => {
  useFakeClock();

  it('shows what I and my groups own, and nothing else', async () => {
    const api = new FakeResourcesApi({
      resources: [
        aResource({ name: 'invoices' }),
        aResource({ name: 'notes', owner: 'user:default/ana' }),
        aResource({ name: 'others', owner: 'group:default/storefront' }),
      ],
    });

    renderPages('/resources', { api });

    expect(await rowNames()).toEqual(['invoices', 'notes']);
  });

  it('tells of each resource what it is, who owns it and how old it is', async () => {
    const api = new FakeResourcesApi({
      resources: [
        aResource({ name: 'invoices', expiresAt: '2026-03-09T12:00:00.000Z' }),
      ],
    });

    renderPages('/resources', { api });

    const row = await screen.findByRole('row', { name: /invoices/ });
    expect(within(row).getByRole('link', { name: 'invoices' })).toHaveAttribute(
      'href',
      '/resources/resource-invoices',
    );
    expect(within(row).getByRole('link', { name: 'payments' })).toHaveAttribute(
      'href',
      '/catalog/default/group/payments',
    );
    expect(row).toHaveTextContent(/S3 bucket.*Development.*Active/);
    expect(row).toHaveTextContent(/3 days.*in 4 days/);
  });

  it('leads from a failed resource to its run', async () => {
    const api = new FakeResourcesApi({
      resources: [
        aResource({
          status: 'failed',
          run: { id: 'run-7', operation: 'apply', status: 'failed' },
        }),
      ],
    });

    renderPages('/resources', { api });

    expect(await screen.findByRole('link', { name: 'Failed' })).toHaveAttribute(
      'href',
      '/resources/runs/run-7',
    );
  });

  it('says that it is loading', async () => {
    const api = new FakeResourcesApi();
    api.break('listResources');

    renderPages('/resources', { api });

    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });

  it('leads who owns nothing yet to the templates', async () => {
    renderPages('/resources', { api: new FakeResourcesApi() });

    expect(
      await screen.findByRole('heading', { name: 'You own no resources yet' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Create your first resource' }),
    ).toHaveAttribute('href', '/create');
    expect(screen.queryByRole('search')).not.toBeInTheDocument();
  });

  it('says what failed and what to do, and recovers by trying again', async () => {
    const api = new FakeResourcesApi({ resources: [aResource()] });
    api.break('listResources', responseError(500, 'no database'));
    const user = renderPages('/resources', { api });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The portal had a problem');
    expect(alert).toHaveTextContent('tell your platform team');
    expect(alert).toHaveTextContent('no database');

    api.mend('listResources');
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await rowNames()).toEqual(['invoices']);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('tells apart a portal that cannot be reached', async () => {
    const api = new FakeResourcesApi();
    api.break('listResources', new TypeError('Failed to fetch'));

    renderPages('/resources', { api });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The portal cannot be reached',
    );
  });

  it('speaks Portuguese to who chose it', async () => {
    const api = new FakeResourcesApi({ resources: [aResource()] });

    renderPages('/resources', { api, language: 'pt' });

    const row = await screen.findByRole('row', { name: /invoices/ });
    await waitFor(() => expect(row).toHaveTextContent(/Ativo.*3 dias.*Nunca/));
    expect(
      screen.getByRole('columnheader', { name: 'Ambiente' }),
    ).toBeInTheDocument();
  });
});

describe('All resources', () => {
  useFakeClock();

  const others = aResource({
    name: 'others',
    owner: 'group:default/storefront',
  });

  it('is offered to admins', async () => {
    const api = new FakeResourcesApi({ resources: [others] });
    api.options = { ...api.options, admin: true };
    const user = renderPages('/resources', { api });

    await user.click(await screen.findByRole('tab', { name: 'All resources' }));

    expect(await rowNames()).toEqual(['others']);
    expect(currentAddress()).toBe('/resources/all');
  });

  it('leads others back to theirs', async () => {
    const api = new FakeResourcesApi({ resources: [others] });

    renderPages('/resources/all', { api });

    await waitFor(() => expect(currentAddress()).toBe('/resources'));
    expect(
      await screen.findByText('You own no resources yet'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('tab', { name: 'All resources' }),
    ).not.toBeInTheDocument();
  });
});
