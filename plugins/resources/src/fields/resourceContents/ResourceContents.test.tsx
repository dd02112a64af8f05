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
    language: 'en' | 'pt' = 'en',
  ) =>
    renderField(ResourceContents, {
      api,
      language,
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

  it('says that the state holds nothing', async () => {
    const api = new FakeResourcesApi({
      resources: [aResource({ managed: [] })],
    });

    open('resource-invoices', api);

    expect(
      await screen.findByText('Terraform’s state holds nothing.'),
    ).toBeInTheDocument();
  });

  it('lists all of much, so that nobody has to guess what goes', async () => {
    const managed = Array.from({ length: 80 }, (_, index) => ({
      address: `aws_subnet.this["private-${index}"]`,
      type: 'aws_subnet',
      name: 'this',
    }));
    const api = new FakeResourcesApi({ resources: [aResource({ managed })] });

    open('resource-invoices', api);

    expect(
      await screen.findByText('aws_subnet.this["private-79"]'),
    ).toBeInTheDocument();
    expect(screen.getAllByText(/^aws_subnet\.this/)).toHaveLength(80);
  });

  it('says why it could not be read, and tries again', async () => {
    const api = new FakeResourcesApi({ resources: [aResource()] });
    api.break('getResource', responseError(500, 'no database'));
    const { user } = open('resource-invoices', api);
    expect(await screen.findByRole('alert')).toHaveTextContent('no database');

    api.mend('getResource');
    await user.tab();
    await user.keyboard('{Enter}');

    expect(await screen.findByText('aws_s3_bucket.this')).toBeInTheDocument();
  });

  it('asks nothing: it never sets a value of the form', async () => {
    const { values } = open('resource-invoices');

    await screen.findByText('aws_s3_bucket.this');

    expect(values).toEqual([]);
  });

  it('speaks Portuguese', async () => {
    open(undefined, new FakeResourcesApi(), 'pt');

    expect(
      await screen.findByText('Escolha primeiro o recurso'),
    ).toBeInTheDocument();
  });
});
