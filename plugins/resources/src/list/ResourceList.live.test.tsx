import { screen, waitFor } from '@testing-library/react';
import { aResource } from '../testing/aResource';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { pass } from '../testing/pass';
import { renderPages } from '../testing/renderPages';
import { responseError } from '../testing/responseError';
import { useFakeClock } from '../testing/useFakeClock';

describe('the live list', () => {
  useFakeClock();

  it('shows within two seconds that a resource was made', async () => {
    const api = new FakeResourcesApi({
      resources: [aResource({ status: 'creating' })],
    });
    renderPages('/resources', { api });
    expect(await screen.findByText('Creating')).toBeInTheDocument();

    api.put(aResource({ status: 'active' }));
    await pass(2_000);

    await waitFor(() => expect(screen.getByText('Active')).toBeInTheDocument());
  });

  it('looks every 15 seconds while nothing changes', async () => {
    const api = new FakeResourcesApi({ resources: [aResource()] });
    renderPages('/resources', { api });
    await screen.findByText('Active');
    const before = api.callsOf('listResources').length;

    await pass(10_000);
    expect(api.callsOf('listResources')).toHaveLength(before);

    await pass(6_000);
    expect(api.callsOf('listResources')).toHaveLength(before + 1);
  });

  it('does not look while nobody sees the page', async () => {
    const visible = jest.spyOn(document, 'visibilityState', 'get');
    const api = new FakeResourcesApi({
      resources: [aResource({ status: 'creating' })],
    });
    renderPages('/resources', { api });
    await screen.findByText('Creating');
    visible.mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    const before = api.callsOf('listResources').length;

    await pass(60_000);
    expect(api.callsOf('listResources')).toHaveLength(before);

    visible.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(2_100);
    expect(api.callsOf('listResources').length).toBeGreaterThan(before);
  });

  it('keeps the rows and says so when a refresh fails', async () => {
    const api = new FakeResourcesApi({
      resources: [aResource({ status: 'creating' })],
    });
    renderPages('/resources', { api });
    await screen.findByText('Creating');

    api.break('listResources', responseError(500, 'no'));
    await pass(4_000);

    expect(
      await screen.findByText(/out of date: the last refresh failed/),
    ).toBeInTheDocument();
    expect(screen.getByText('Creating')).toBeInTheDocument();
  });

  it('tells screen readers how many resources are being changed', async () => {
    const api = new FakeResourcesApi({
      resources: [aResource({ status: 'creating' })],
    });

    renderPages('/resources', { api });

    expect(
      await screen.findByText('1 resources, 1 being changed'),
    ).toHaveAttribute('role', 'status');
  });
});
