import { screen } from '@testing-library/react';
import { aResource } from '../../testing/aResource';
import { FakeResourcesApi } from '../../testing/FakeResourcesApi';
import { renderField } from '../../testing/renderField';
import { responseError } from '../../testing/responseError';
import { useFakeClock } from '../../testing/useFakeClock';
import { ResourceContents } from './ResourceContents';

describe('ResourceContents', () => {
  useFakeClock();

  const open = (
    resource?: string,
    api = new FakeResourcesApi({ resources: [aResource()] }),
  ) =>
    renderField(ResourceContents, {
      api,
      title: 'What will go',
      options: {},
      formData: { resource },
    });

  it('lists what the state of the chosen resource holds', async () => {
    open('resource-invoices');

    expect(await screen.findByText('aws_s3_bucket.this')).toBeInTheDocument();
    expect(
      screen.getByText('aws_s3_bucket_versioning.this'),
    ).toBeInTheDocument();
  });

  it('waits until one is chosen', async () => {
    const api = new FakeResourcesApi();
    open(undefined, api);

    expect(
      await screen.findByText('Choose the resource first'),
    ).toBeInTheDocument();
    expect(api.callsOf('getResource')).toEqual([]);
  });

  it('says why it could not be read', async () => {
    const api = new FakeResourcesApi({ resources: [aResource()] });
    api.break('getResource', responseError(500, 'no database'));
    open('resource-invoices', api);

    expect(await screen.findByRole('alert')).toHaveTextContent('no database');
  });
});
