import { screen, waitFor, within } from '@testing-library/react';
import { aResource } from '../testing/aResource';
import { currentAddress } from '../testing/currentAddress';
import { FakeResourcesApi } from '../testing/FakeResourcesApi';
import { renderPages } from '../testing/renderPages';
import { responseError } from '../testing/responseError';
import { useFakeClock } from '../testing/useFakeClock';

describe('deleting a resource', () => {
  useFakeClock();

  const open = async (resource = aResource()) => {
    const api = new FakeResourcesApi({ resources: [resource] });
    const user = renderPages(`/resources/${resource.id}`, { api });
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog', {
      name: `Delete ${resource.name}?`,
    });
    const confirm = () =>
      within(dialog).getByRole('button', { name: 'Delete for good' });
    const field = () => within(dialog).getByRole('textbox');
    return { api, user, dialog, confirm, field };
  };

  it('shows what will go', async () => {
    const { dialog } = await open();

    expect(dialog).toHaveTextContent('destroys the 2 things');
    expect(dialog).toHaveTextContent('aws_s3_bucket.this');
    expect(dialog).toHaveTextContent('aws_s3_bucket_versioning.this');
  });

  it('waits for the exact name', async () => {
    const { user, dialog, confirm, field } = await open();
    expect(confirm()).toBeDisabled();

    await user.type(field(), 'Invoices');
    expect(confirm()).toBeDisabled();
    expect(dialog).toHaveTextContent('This is not the name yet');

    await user.clear(field());
    await user.type(field(), 'invoices');
    expect(confirm()).toBeEnabled();
  });

  it('ends on the run', async () => {
    const { api, user, confirm, field } = await open();

    await user.type(field(), 'invoices');
    await user.click(confirm());

    await waitFor(() =>
      expect(currentAddress()).toBe('/resources/runs/run-destroy-invoices'),
    );
    expect(
      await screen.findByRole('heading', { name: 'Delete invoices' }),
    ).toBeInTheDocument();
    expect(api.callsOf('destroyResource')).toEqual([
      [
        'resource-invoices',
        { confirmName: 'invoices' },
        { idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/) },
      ],
    ]);
  });

  it('takes Enter in the field as a confirmation', async () => {
    const { user, field } = await open();

    await user.type(field(), 'invoices{Enter}');

    await waitFor(() =>
      expect(currentAddress()).toBe('/resources/runs/run-destroy-invoices'),
    );
  });

  it('asks again with the same key after a lost answer', async () => {
    const { api, user, dialog, confirm, field } = await open();
    api.break('destroyResource', new TypeError('Failed to fetch'));
    await user.type(field(), 'invoices');
    await user.click(confirm());
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'It was not deleted',
    );

    api.mend('destroyResource');
    await user.click(confirm());

    await waitFor(() => expect(currentAddress()).toContain('/runs/'));
    const [first, second] = api.callsOf('destroyResource');
    expect(second[2]).toEqual(first[2]);
  });

  it('leads to the run that is in the way', async () => {
    const { api, user, dialog, confirm, field } = await open();
    api.break(
      'destroyResource',
      responseError(409, 'Run run-9 is active', { runId: 'run-9' }),
    );

    await user.type(field(), 'invoices');
    await user.click(confirm());

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Another run of this resource is active',
    );
    expect(
      within(dialog).getByRole('link', { name: 'Follow the run' }),
    ).toHaveAttribute('href', '/resources/runs/run-9');
  });

  describe('that others use', () => {
    const worker = {
      relation: 'vpc',
      id: 'resource-worker',
      name: 'worker',
      type: 'ec2-instance',
      entityRef: 'resource:default/worker-k3x9ab',
      environment: 'dev',
      status: 'active',
    } as const;

    it('is not offered, and leads to them', async () => {
      const { user, dialog, confirm } = await open(
        aResource({ usedBy: [worker], usedByOthers: 2 }),
      );

      const why = within(dialog).getByRole('alert');
      expect(why).toHaveTextContent('Other resources use it');
      expect(why).toHaveTextContent('2 more, of teams that you are not in');
      expect(within(why).getByRole('link', { name: 'worker' })).toHaveAttribute(
        'href',
        '/resources/resource-worker',
      );
      expect(within(dialog).getByRole('textbox')).toBeDisabled();
      await user.click(confirm());
      expect(confirm()).toBeDisabled();
    });

    it('since just now is refused, and leads to them', async () => {
      const { api, user, dialog, confirm, field } = await open();
      api.break(
        'destroyResource',
        responseError(409, 'invoices is in use', { dependents: [worker] }),
      );

      await user.type(field(), 'invoices');
      await user.click(confirm());

      const why = await within(dialog).findByRole('alert');
      expect(why).toHaveTextContent('It can be deleted when these are gone');
      expect(
        within(why).getByRole('link', { name: 'worker' }),
      ).toBeInTheDocument();
    });
  });

  it('says that there may be more in AWS after a run that failed', async () => {
    const { dialog } = await open(aResource({ status: 'failed' }));

    expect(dialog).toHaveTextContent('there may be more in AWS');
  });

  it('changes nothing when it is closed by Escape', async () => {
    const { api, user, dialog } = await open();

    await user.keyboard('{Escape}');

    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(api.callsOf('destroyResource')).toEqual([]);
  });
});
