import { screen, waitFor, within } from '@testing-library/react';
import { aResource } from '../../testing/aResource';
import { FakeResourcesApi } from '../../testing/FakeResourcesApi';
import { renderField } from '../../testing/renderField';
import { responseError } from '../../testing/responseError';
import { useFakeClock } from '../../testing/useFakeClock';
import { SubnetPicker } from './SubnetPicker';

const subnet = (through: string, index = 1) => ({
  id: `subnet-${index}`,
  cidr_block: `10.20.${index}.0/24`,
  availability_zone: 'us-east-1a',
  reaches_ssm_through: through,
});

const network = (subnets: unknown) =>
  aResource({
    name: 'shop',
    type: 'vpc',
    outputs: { subnets: { sensitive: false, value: subnets as never } },
  });

const usual = {
  'public-1': subnet('public_address', 1),
  'private-1': subnet('nat', 2),
  'database-1': subnet('nothing', 3),
};

describe('SubnetPicker', () => {
  useFakeClock();

  const open = (
    overrides: Partial<Parameters<typeof renderField>[1]> = {},
    subnets: unknown = usual,
  ) =>
    renderField(SubnetPicker, {
      api: new FakeResourcesApi({ resources: [network(subnets)] }),
      title: 'Subnet',
      options: { resourceFrom: 'vpc' },
      formData: { vpc: 'resource-shop' },
      ...overrides,
    });

  const field = () => screen.getByRole('button', { name: /Subnet/ });
  const enabled = () => waitFor(() => expect(field()).toBeEnabled());
  const names = () =>
    screen
      .getAllByRole('option')
      .map(option => within(option).getByText(/^\w+-\d+$/).textContent);

  it('takes the first private one', async () => {
    const { values } = open();

    await waitFor(() => expect(values).toEqual(['private-1']));
    expect(field()).toHaveTextContent('private-1');
  });

  it('says of each where it is, how Systems Manager is reached, and what that costs', async () => {
    const { user } = open();
    await enabled();

    await user.click(field());

    expect(names()).toEqual(['private-1', 'public-1', 'database-1']);
    expect(screen.getByRole('option', { name: 'private-1' })).toHaveTextContent(
      'us-east-1a · 10.20.2.0/24 · Systems Manager through NAT: the gateway costs by the hour already',
    );
    expect(screen.getByRole('option', { name: 'public-1' })).toHaveTextContent(
      'only with a public address, which costs by the hour',
    );
  });

  it('shows one without a way to Systems Manager, and does not let it be chosen', async () => {
    const { user, values } = open();
    await enabled();
    await user.tab();

    await user.keyboard('{ArrowDown}');
    await screen.findByRole('listbox');
    await user.keyboard('{End}{Enter}');

    const cutOff = screen.queryByRole('option', { name: 'database-1' });
    expect(cutOff?.getAttribute('aria-disabled') ?? 'true').toBe('true');
    expect(values).not.toContain('database-1');
    expect(values.at(-1)).toBe('public-1');
  });

  it('chooses none where Systems Manager is reached from none', async () => {
    const { user, values } = open({}, { 'private-1': subnet('nothing') });
    await enabled();

    await user.click(field());

    expect(screen.getByRole('option')).toHaveTextContent(
      'nobody could log in. The network needs NAT or endpoints',
    );
    expect(screen.getByRole('option')).toHaveAttribute('aria-disabled', 'true');
    expect(values).toEqual([]);
  });

  it('keeps what was chosen when the form is opened again', async () => {
    const { values } = open({ value: 'public-1' });

    await waitFor(() => expect(field()).toHaveTextContent('public-1'));
    expect(values).toEqual([]);
  });

  it('takes another where the newly chosen network has no such subnet', async () => {
    const { values } = open({ value: 'private-3' });

    await waitFor(() => expect(values).toEqual(['private-1']));
  });

  it.each([
    ['has none', {}],
    ['does not say which it has', null],
  ])('says that there is none where the network %s', async (_, subnets) => {
    open({}, subnets);

    await waitFor(() =>
      expect(field()).toHaveTextContent('There is nothing to choose from'),
    );
    expect(field()).toBeDisabled();
  });

  it('waits for the network', async () => {
    open({ formData: {} });

    await waitFor(() =>
      expect(field()).toHaveTextContent('Choose the network first'),
    );
  });

  it('says why the network could not be read, and tries again', async () => {
    const api = new FakeResourcesApi({ resources: [network(usual)] });
    api.break('getResource', responseError(500, 'no database'));
    const { user, values } = open({ api });
    expect(await screen.findByRole('alert')).toHaveTextContent('no database');

    api.mend('getResource');
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    await waitFor(() => expect(values).toEqual(['private-1']));
  });

  it('speaks Portuguese', async () => {
    const { user } = open({ language: 'pt' });
    await enabled();

    await user.click(field());

    await waitFor(() =>
      expect(
        screen.getByRole('option', { name: 'database-1' }),
      ).toHaveTextContent('sem caminho até o Systems Manager'),
    );
  });
});
