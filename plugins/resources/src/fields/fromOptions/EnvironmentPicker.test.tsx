import { screen, waitFor } from '@testing-library/react';
import { FakeResourcesApi } from '../../testing/FakeResourcesApi';
import { renderField } from '../../testing/renderField';
import { responseError } from '../../testing/responseError';
import { someOptions } from '../../testing/someOptions';
import { useFakeClock } from '../../testing/useFakeClock';
import { EnvironmentPicker } from './EnvironmentPicker';

describe('EnvironmentPicker', () => {
  useFakeClock();

  const open = (
    overrides: Partial<Parameters<typeof renderField>[1]> = {},
    api = new FakeResourcesApi(),
  ) =>
    renderField(EnvironmentPicker, { api, title: 'Environment', ...overrides });

  const field = () => screen.getByRole('button', { name: /Environment/ });
  const options = () =>
    screen.getAllByRole('option').map(({ textContent }) => textContent);

  it('takes the first of the configuration, which is where one tries things out', async () => {
    const { values } = open();

    await waitFor(() => expect(values).toEqual(['dev']));
    expect(field()).toHaveTextContent('Development');
  });

  it('shows all with region and account, and takes one by the keyboard', async () => {
    const { user, values } = open();
    await waitFor(() => expect(field()).toHaveTextContent('Development'));
    await user.tab();

    await user.keyboard('{ArrowDown}');
    await waitFor(() =>
      expect(options()).toEqual([
        'Developmentus-east-1 · 123456789012',
        'Productionsa-east-1 · 123456789012',
      ]),
    );
    await user.keyboard('{ArrowDown}{Enter}');

    await waitFor(() => expect(values.at(-1)).toBe('prod'));
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  });

  it('keeps what was chosen when the form is opened again', async () => {
    const { values } = open({ value: 'prod' });

    await waitFor(() => expect(field()).toHaveTextContent('Production'));
    expect(values).toEqual([]);
  });

  it('lets go of one that the configuration no longer has', async () => {
    const { values } = open({ value: 'qa' });

    await waitFor(() => expect(values).toEqual(['dev']));
  });

  it('says that there is none', async () => {
    open(
      {},
      new FakeResourcesApi({
        options: { ...someOptions(), environments: [] },
      }),
    );

    await waitFor(() =>
      expect(field()).toHaveTextContent('There is nothing to choose from'),
    );
    expect(field()).toBeDisabled();
  });

  it('says why there are none, and tries again', async () => {
    const api = new FakeResourcesApi();
    api.break('getOptions', responseError(503, 'no database'));
    const { user, values } = open({}, api);
    expect(await screen.findByRole('alert')).toHaveTextContent('no database');

    api.mend('getOptions');
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    await waitFor(() => expect(values).toEqual(['dev']));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('speaks Portuguese', async () => {
    open(
      { language: 'pt', required: true },
      new FakeResourcesApi({
        options: { ...someOptions(), environments: [] },
      }),
    );

    await waitFor(() =>
      expect(field()).toHaveTextContent('Não há nada para escolher'),
    );
    expect(screen.getByText('(obrigatório)')).toBeInTheDocument();
  });
});
