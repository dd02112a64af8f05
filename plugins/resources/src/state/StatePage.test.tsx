import { screen, waitFor, within } from '@testing-library/react';
import { aResource } from '../testing/aResource';
import { aStateVersion } from '../testing/aStateVersion';
import { currentAddress } from '../testing/currentAddress';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { renderPages } from '../testing/renderPages';
import { responseError } from '../testing/responseError';
import { useFakeClock } from '../testing/useFakeClock';

describe('the versions of a state', () => {
  useFakeClock();

  const versions = [
    aStateVersion({ serial: 4, current: true }),
    aStateVersion({ versionId: 'bad', kind: 'empty', serial: undefined }),
    aStateVersion({ serial: 3, run: undefined, managed: 1 }),
    aStateVersion({ serial: 9, lineage: 'another' }),
  ];
  const open = (api = new FakeResourcesApi(), query = '') => {
    api.put(aResource());
    const user = renderPages(`/resources/resource-invoices/state${query}`, {
      api,
    });
    return { api, user };
  };
  const withVersions = (items = versions) => {
    const api = new FakeResourcesApi();
    api.stateVersions = items;
    return api;
  };
  const rows = async () => {
    const table = await screen.findByRole('table', {
      name: 'Versions of the state, the newest first',
    });
    return within(table).getAllByRole('row').slice(1);
  };

  it('are reached from the resource', async () => {
    const api = new FakeResourcesApi({ resources: [aResource()] });
    renderPages('/resources/resource-invoices', { api });

    expect(
      await screen.findByRole('link', { name: 'Versions' }),
    ).toHaveAttribute('href', '/resources/resource-invoices/state');
  });

  it('say their serial, their run, their size and what they hold', async () => {
    open(withVersions());

    const [current, empty, byHand, foreign] = await rows();
    expect(current).toHaveTextContent(/4 Current.*Apply.*2 things.*8\.4 kB/);
    expect(
      within(current).getByRole('link', { name: 'Apply' }),
    ).toHaveAttribute('href', '/resources/runs/run-1');
    expect(within(current).queryByRole('button')).not.toBeInTheDocument();
    expect(empty).toHaveTextContent('Empty object');
    expect(byHand).toHaveTextContent(/3.*not by a run of this portal.*1 thing/);
    expect(foreign).toHaveTextContent('Of another lineage');
  });

  it('are compared with the current one, and the address says so', async () => {
    const api = withVersions();
    api.comparison = {
      from: { versionId: 'v-3', serial: 3 },
      to: { versionId: 'v-4', serial: 4 },
      sameLineage: true,
      resources: [
        {
          address: 'aws_s3_bucket.gone',
          type: 'aws_s3_bucket',
          kind: 'removed',
          attributes: [{ path: 'bucket', before: 'gone' }],
        },
        {
          address: 'aws_ssm_parameter.key',
          type: 'aws_ssm_parameter',
          kind: 'changed',
          attributes: [
            { path: 'value', beforeSensitive: true, afterSensitive: true },
          ],
        },
      ],
      outputs: [
        { name: 'arn', kind: 'changed', sensitive: false, before: 1, after: 2 },
      ],
    };
    const { user } = open(api);
    const [, , older] = await rows();

    await user.click(
      within(older).getByRole('button', { name: 'Compare with current' }),
    );

    const gone = await screen.findByRole('button', { name: /gone/ });
    expect(gone).toHaveAccessibleName('Removed aws_s3_bucket.gone');
    expect(
      screen.getByRole('table', { name: /aws_ssm_parameter.key/ }),
    ).toHaveTextContent(/value.*sensitive/i);
    expect(screen.getByRole('table', { name: 'Outputs' })).toHaveTextContent(
      'arn12',
    );
    expect(currentAddress()).toContain('?from=v-3&to=v-4');
    expect(api.callsOf('compareStateVersions')).toEqual([
      ['resource-invoices', { from: 'v-3', to: 'v-4' }],
    ]);
  });

  it('say so when two hold the same, or belong to different things', async () => {
    const api = withVersions();
    api.comparison = {
      from: { versionId: 'v-9' },
      to: { versionId: 'v-4' },
      sameLineage: false,
      resources: [],
      outputs: [],
    };

    open(api, '?from=v-9&to=v-4');

    expect(
      await screen.findByText('The two hold the same.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/their lineages differ/)).toBeInTheDocument();
  });

  it('ask for two of them before anything is compared', async () => {
    const { api } = open(withVersions());

    expect(await screen.findByText(/Choose two versions/)).toBeInTheDocument();
    expect(api.callsOf('compareStateVersions')).toEqual([]);
  });

  it('cannot be compared while there is one alone', async () => {
    open(withVersions(versions.slice(0, 1)));

    expect(
      await screen.findByText(
        'There is only one version that can be compared.',
      ),
    ).toBeInTheDocument();
  });

  it('are none at first', async () => {
    open();

    expect(
      await screen.findByText('There is no state yet'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Compare')).not.toBeInTheDocument();
  });

  it('come page by page', async () => {
    const { user } = open(
      withVersions(
        Array.from({ length: 25 }, (_, index) =>
          aStateVersion({ serial: 25 - index }),
        ),
      ),
    );
    expect(await rows()).toHaveLength(20);

    await user.click(screen.getByRole('button', { name: 'Show older ones' }));

    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(26));
    expect(
      screen.queryByRole('button', { name: 'Show older ones' }),
    ).not.toBeInTheDocument();
  });

  it('can be asked for again when the bucket could not be read', async () => {
    const api = withVersions();
    api.break('listStateVersions', responseError(500, 'bucket is away'));
    const { user } = open(api);
    await screen.findByRole('heading', { name: 'State of invoices' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'bucket is away',
    );

    api.mend('listStateVersions');
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await rows()).toHaveLength(4);
  });
});
