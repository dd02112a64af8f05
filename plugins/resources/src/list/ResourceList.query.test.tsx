import { screen, waitFor } from '@testing-library/react';
import { aResource } from '../testing/aResource';
import { currentAddress } from '../testing/currentAddress';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { renderPages } from '../testing/renderPages';
import { useFakeClock } from '../testing/useFakeClock';

const rowNames = () =>
  screen.getAllByRole('rowheader').map(cell => cell.textContent);

const threeOfAKind = () =>
  new FakeResourcesApi({
    resources: [
      aResource({ name: 'invoices' }),
      aResource({ name: 'orders', type: 'sqs-queue', status: 'failed' }),
      aResource({ name: 'notes', environment: 'prod' }),
    ],
  });

const thirty = () =>
  new FakeResourcesApi({
    resources: Array.from({ length: 30 }, (_, index) =>
      aResource({ name: `bucket-${String(index).padStart(2, '0')}` }),
    ),
  });

describe('the list’s address', () => {
  useFakeClock();

  it('brings search, filters and sort again', async () => {
    const api = threeOfAKind();

    renderPages('/resources?q=o&type=s3-bucket&sort=name&order=asc', { api });

    await waitFor(() => expect(rowNames()).toEqual(['invoices', 'notes']));
    expect(screen.getByRole('searchbox')).toHaveValue('o');
    expect(screen.getByRole('columnheader', { name: /Name/ })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  it('follows what is searched for, once the typing pauses', async () => {
    const api = threeOfAKind();
    const user = renderPages('/resources', { api });
    await screen.findByText('orders');

    await user.type(screen.getByRole('searchbox'), 'ord');

    await waitFor(() => expect(rowNames()).toEqual(['orders']));
    expect(currentAddress()).toBe('/resources?q=ord');
    expect(screen.getByRole('searchbox')).toHaveValue('ord');
  });

  it('follows a filter, whose choices come with counts', async () => {
    const api = threeOfAKind();
    const user = renderPages('/resources', { api });
    await screen.findByText('orders');

    await user.click(screen.getByRole('button', { name: /Status/ }));
    await user.click(await screen.findByRole('option', { name: 'Failed (1)' }));
    await user.keyboard('{Escape}');

    await waitFor(() => expect(rowNames()).toEqual(['orders']));
    expect(currentAddress()).toBe('/resources?status=failed');
  });

  it('follows the sort of a column', async () => {
    const api = threeOfAKind();
    const user = renderPages('/resources', { api });
    await screen.findByText('orders');

    await user.click(screen.getByRole('columnheader', { name: /Name/ }));

    await waitFor(() =>
      expect(rowNames()).toEqual(['invoices', 'notes', 'orders']),
    );
    expect(currentAddress()).toBe('/resources?sort=name&order=asc');
  });

  it('is clean again after the filters are cleared', async () => {
    const api = threeOfAKind();
    const user = renderPages('/resources?q=zzz&status=failed', { api });
    expect(await screen.findByText('No resource matches')).toBeInTheDocument();

    await user.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );

    await waitFor(() => expect(rowNames()).toHaveLength(3));
    expect(currentAddress()).toBe('/resources');
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('goes from page to page and back', async () => {
    const api = thirty();
    const user = renderPages('/resources?sort=name&order=asc', { api });
    await waitFor(() => expect(rowNames()).toHaveLength(25));
    expect(screen.getByText('30 resources')).toBeInTheDocument();
    expect(screen.getByText('Page 1 of 2')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(rowNames()[0]).toBe('bucket-25'));
    expect(currentAddress()).toContain('page=2&cursor=');
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();

    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    await waitFor(() => expect(rowNames()[0]).toBe('bucket-00'));
  });

  it('begins at the first page again when a filter changes', async () => {
    const api = thirty();
    const user = renderPages('/resources?page=2&cursor=25', { api });
    await waitFor(() => expect(rowNames()).toHaveLength(5));

    await user.type(screen.getByRole('searchbox'), 'bucket');

    await waitFor(() => expect(rowNames()).toHaveLength(25));
    expect(currentAddress()).toBe('/resources?q=bucket');
  });
});
