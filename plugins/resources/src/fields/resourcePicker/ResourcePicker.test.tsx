import { screen, waitFor, within } from '@testing-library/react';
import { aResource } from '../../testing/aResource';
import { FakeResourcesApi } from '../../testing/FakeResourcesApi';
import { renderField } from '../../testing/renderField';
import { responseError } from '../../testing/responseError';
import { useFakeClock } from '../../testing/useFakeClock';
import { ResourcePicker } from './ResourcePicker';
import { validateResourcePicker } from './validateResourcePicker';

const vpc = (name: string, overrides = {}) =>
  aResource({ name, type: 'vpc', ...overrides });

const networks = [
  vpc('shop'),
  vpc('orders'),
  vpc('billing', { environment: 'prod' }),
  vpc('young', { status: 'creating' }),
  vpc('theirs', { owner: 'group:default/storefront' }),
  aResource({ name: 'invoices' }),
];

const options = {
  type: 'vpc',
  environmentFrom: 'environment',
  template: 'vpc',
};

describe('ResourcePicker', () => {
  useFakeClock();

  const open = (
    overrides: Partial<Parameters<typeof renderField>[1]> = {},
    api = new FakeResourcesApi({ resources: networks }),
  ) => ({
    api,
    ...renderField(ResourcePicker, {
      api,
      title: 'Network',
      options,
      formData: { environment: 'dev' },
      ...overrides,
    }),
  });

  const field = () => screen.findByRole('combobox', { name: /Network/ });
  const shown = () => screen.getByRole('combobox', { name: /Network/ });
  const names = () =>
    screen.getAllByRole('option').map(({ textContent }) => textContent);

  it('offers what the teams of the user have, of the type and environment, with type, environment and age', async () => {
    const { user } = open();

    await user.click(await field());
    await user.keyboard('{ArrowDown}');

    await waitFor(() =>
      expect(names()).toEqual([
        'ordersvpc · Development · 3 days',
        'shopvpc · Development · 3 days',
      ]),
    );
  });

  it('has the portal search while one types, and takes the keyboard’s choice', async () => {
    const { api, user, values } = open();

    await user.type(await field(), 'SHO');
    await waitFor(() => expect(names()).toHaveLength(1));
    await user.keyboard('{ArrowDown}{Enter}');

    expect(values).toEqual(['resource-shop']);
    expect(api.callsOf('listResources').map(([query]) => query)).toContainEqual(
      expect.objectContaining({
        mine: 'true',
        q: 'sho',
        type: ['vpc'],
        environment: ['dev'],
        status: ['active'],
      }),
    );
    await waitFor(() => expect(shown()).toHaveValue('shop'));
  });

  it('shows by its name what was chosen before', async () => {
    open({ value: 'resource-orders' });

    await waitFor(() => expect(shown()).toHaveValue('orders'));
  });

  it('waits for the environment', async () => {
    const { api } = open({ formData: {} });

    expect(await field()).toBeDisabled();
    expect(await field()).toHaveAttribute(
      'placeholder',
      'Choose the environment first',
    );
    expect(api.callsOf('listResources')).toEqual([]);
  });

  it('lets go of what is in another environment', async () => {
    const { values } = open({
      value: 'resource-billing',
      formData: { environment: 'dev' },
    });

    await waitFor(() => expect(values).toEqual([undefined]));
  });

  it('leads to the template where there is none', async () => {
    open({}, new FakeResourcesApi());

    expect(
      await screen.findByText(/None of your teams has one/),
    ).toHaveTextContent('vpc (Development)');
    expect(screen.getByRole('link', { name: 'Make one' })).toHaveAttribute(
      'href',
      '/create/templates/default/vpc',
    );
    expect(await field()).toBeDisabled();
  });

  it('takes several, and takes one out again', async () => {
    const { user, values } = open({ options: { ...options, many: true } });

    await user.type(await field(), 'shop');
    await waitFor(() => expect(names()).toHaveLength(1));
    await user.keyboard('{ArrowDown}{Enter}');
    await user.type(await field(), 'orders');
    await waitFor(() => expect(names()).toHaveLength(1));
    await user.keyboard('{ArrowDown}{Enter}{Escape}');

    const chosen = await screen.findByRole('grid', { name: 'Network' });
    expect(within(chosen).getAllByRole('row')).toHaveLength(2);
    await user.click(within(chosen).getAllByRole('button')[0]);

    expect(values).toEqual([
      ['resource-shop'],
      ['resource-shop', 'resource-orders'],
      ['resource-orders'],
    ]);
  });

  it('says what failed and tries again', async () => {
    const api = new FakeResourcesApi({ resources: networks });
    api.break('listResources', responseError(500, 'no database'));
    const { user } = open({}, api);
    expect(await screen.findByRole('alert')).toHaveTextContent('no database');

    api.mend('listResources');
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    await waitFor(() =>
      expect(screen.queryByRole('alert')).not.toBeInTheDocument(),
    );
  });

  it('speaks Portuguese', async () => {
    open({ formData: {}, language: 'pt' });

    await waitFor(() =>
      expect(shown()).toHaveAttribute(
        'placeholder',
        'Escolha primeiro o ambiente',
      ),
    );
  });
});

describe('validateResourcePicker', () => {
  const errorsOf = async (value: string | string[]) => {
    const api = new FakeResourcesApi({ resources: networks });
    const errors: string[] = [];
    await validateResourcePicker(
      value,
      { addError: (message: string) => errors.push(message) } as any,
      {
        apiHolder: {
          get: ({ id }: { id: string }) =>
            id === 'plugin.resources.service' ? api : undefined,
        } as any,
        formData: { environment: 'dev' },
        schema: {},
        uiSchema: { 'ui:options': options },
      },
    );
    return errors;
  };

  it('is content with what can still be chosen', async () => {
    expect(await errorsOf(['resource-shop', 'resource-orders'])).toEqual([]);
  });

  it.each([
    ['is gone', 'resource-x', 'resource-x can no longer be chosen'],
    ['is changing', 'resource-young', 'young can no longer be chosen'],
    ['is elsewhere', 'resource-billing', 'billing can no longer be chosen'],
    ['is of another type', 'resource-invoices', 'invoices can no longer be'],
  ])('refuses what %s', async (_, id, message) => {
    expect(await errorsOf(id)).toEqual([expect.stringContaining(message)]);
  });
});
