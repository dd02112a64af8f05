import { screen, waitFor, within } from '@testing-library/react';
import { aResource } from '../../testing/aResource';
import { FakeResourcesApi } from '../../testing/FakeResourcesApi';
import { renderField } from '../../testing/renderField';
import { responseError } from '../../testing/responseError';
import { useFakeClock } from '../../testing/useFakeClock';
import { useScrolling } from '../../testing/useScrolling';
import { ResourcePicker } from './ResourcePicker';

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
  const scrollToEnd = useScrolling();

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

  const field = () => screen.findByRole('button', { name: /Network/ });
  const shown = () => screen.getByRole('button', { name: /Network/ });
  const enabledField = async () => {
    await waitFor(() => expect(shown()).toBeEnabled());
    return shown();
  };
  const search = () =>
    screen.findByRole('searchbox', { name: 'Search by a part of the name' });
  const names = () =>
    screen.getAllByRole('option').map(({ textContent }) => textContent);
  const list = () => screen.queryByRole('listbox');

  it('offers what the teams of the user have, of the type and environment, with type, environment and age', async () => {
    const { user } = open();

    await user.click(await enabledField());

    await waitFor(() =>
      expect(names()).toEqual([
        'ordersvpc · Development · 3 days',
        'shopvpc · Development · 3 days',
      ]),
    );
  });

  it('has the portal search while one types, takes the keyboard’s choice, and closes its list', async () => {
    const { api, user, values } = open();

    await user.click(await enabledField());
    await user.type(await search(), 'SHO');
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
    await waitFor(() => expect(list()).not.toBeInTheDocument());
    expect(await field()).toHaveAccessibleName(/shop.*Network/);
  });

  it('closes its list after a choice by the mouse that was searched for', async () => {
    const { user, values } = open();
    await user.click(await enabledField());
    await user.type(await search(), 'ord');
    await waitFor(() => expect(names()).toHaveLength(1));

    await user.click(screen.getByRole('option', { name: /orders/ }));

    expect(values).toEqual(['resource-orders']);
    await waitFor(() => expect(list()).not.toBeInTheDocument());
    expect(await field()).toHaveTextContent('orders');
  });

  it('is opened by the arrow key, and left without a choice by Escape, which gives the focus back', async () => {
    const { user, values } = open();
    const button = await enabledField();
    await user.tab();

    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(names()).toHaveLength(2));
    await user.keyboard('{Escape}');

    await waitFor(() => expect(list()).not.toBeInTheDocument());
    expect(values).toEqual([]);
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('begins a new search when it is opened again', async () => {
    const { user } = open();
    await user.click(await enabledField());
    await user.type(await search(), 'ord');
    await waitFor(() => expect(names()).toHaveLength(1));
    await user.click(screen.getByRole('option', { name: /orders/ }));
    await waitFor(() => expect(list()).not.toBeInTheDocument());

    await user.click(await field());

    expect(await search()).toHaveValue('');
    await waitFor(() => expect(names()).toHaveLength(2));
  });

  it('says that no name has what was typed', async () => {
    const { user } = open();
    await user.click(await enabledField());

    await user.type(await search(), 'warehouse');

    await waitFor(() => expect(names()).toEqual(['No name has this in it']));
    expect(screen.getByRole('option')).toHaveAttribute('aria-disabled', 'true');
  });

  it('shows by its name what was chosen before', async () => {
    open({ value: 'resource-orders' });

    await waitFor(() => expect(shown()).toHaveTextContent('orders'));
  });

  it('shows by its name what was chosen before and is far down the list', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      vpc(`net-${String(index).padStart(2, '0')}`),
    );
    const api = new FakeResourcesApi({ resources: many });

    open({ value: 'resource-net-59' }, api);

    await waitFor(() => expect(shown()).toHaveTextContent('net-59'));
  });

  it('reads more of many while one scrolls, and finds the last of them by its name', async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      vpc(`net-${String(index).padStart(3, '0')}`),
    );
    const { api, user, values } = open(
      {},
      new FakeResourcesApi({ resources: many }),
    );
    await user.click(await enabledField());
    await waitFor(() => expect(names()).toHaveLength(50));

    scrollToEnd();

    await waitFor(() => expect(names()).toHaveLength(100));
    expect(api.callsOf('listResources').at(-1)).toEqual([
      expect.objectContaining({ cursor: '50', limit: 50 }),
    ]);
    await user.type(await search(), 'net-119');
    await waitFor(() => expect(names()).toHaveLength(1));
    await user.click(screen.getByRole('option', { name: /net-119/ }));
    expect(values).toEqual(['resource-net-119']);
  });

  it('waits for the environment', async () => {
    const { api } = open({ formData: {} });

    expect(await field()).toBeDisabled();
    expect(await field()).toHaveTextContent('Choose the environment first');
    expect(api.callsOf('listResources')).toEqual([]);
  });

  it('lets go of what is in another environment', async () => {
    const { values } = open({
      value: 'resource-billing',
      formData: { environment: 'dev' },
    });

    await waitFor(() => expect(values).toEqual([undefined]));
  });

  it('offers what others own, too, where the template asks for it', async () => {
    const { user } = open({ options: { type: 'vpc', everybodys: true } });

    await user.click(await enabledField());

    expect(
      await screen.findByRole('option', { name: 'theirs' }),
    ).toBeInTheDocument();
  });

  it('shows and does not offer what is built on another', async () => {
    const on = (id: string) => [
      { relation: 'vpc', id, name: id, type: 'vpc', entityRef: id },
    ];
    const { user, values } = open(
      {
        options: { type: 'vpc', builtOnFrom: 'base', many: true },
        formData: { base: 'one' },
        value: ['resource-far'],
      },
      new FakeResourcesApi({
        resources: [
          vpc('near', { uses: on('one') }),
          vpc('far', { uses: on('two') }),
        ],
      }),
    );
    await waitFor(() => expect(values).toEqual([[]]));

    await user.click(await enabledField());

    const far = await screen.findByRole('option', { name: /far/ });
    expect(far).toHaveTextContent('not in what was chosen above');
    expect(far).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('option', { name: /near/ }));
    expect(values.at(-1)).toEqual(['resource-near']);
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

    await user.click(await enabledField());
    await waitFor(() => expect(names()).toHaveLength(2));
    await user.click(screen.getByRole('option', { name: /shop/ }));
    await user.type(await search(), 'ord');
    await waitFor(() => expect(names()).toHaveLength(1));
    await user.keyboard('{ArrowDown}{Enter}{Escape}');
    await waitFor(() => expect(list()).not.toBeInTheDocument());

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
    await user.click(await enabledField());
    await waitFor(() => expect(names()).toHaveLength(2));
  });

  it('says that what was chosen before cannot be read any more', async () => {
    open({ value: 'resource-gone' });

    expect(await screen.findByRole('alert')).toHaveTextContent('resource-gone');
  });

  it('speaks Portuguese', async () => {
    const { user } = open({ language: 'pt' });

    await user.click(await enabledField());

    await user.type(
      await screen.findByRole('searchbox', {
        name: 'Procure por parte do nome',
      }),
      'armazém',
    );
    await waitFor(() => expect(names()).toEqual(['Nenhum nome contém isso']));
  });
});
