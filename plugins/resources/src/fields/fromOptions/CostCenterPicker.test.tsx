import { screen, waitFor } from '@testing-library/react';
import { FakeResourcesApi } from '../../testing/FakeResourcesApi';
import { renderField } from '../../testing/renderField';
import { responseError } from '../../testing/responseError';
import { someOptions } from '../../testing/someOptions';
import { useFakeClock } from '../../testing/useFakeClock';
import { CostCenterPicker } from './CostCenterPicker';

const costCenters = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `CC-${1000 + index}`,
    title: `Team ${index}`,
  }));

describe('CostCenterPicker', () => {
  useFakeClock();

  const open = (
    overrides: Partial<Parameters<typeof renderField>[1]> = {},
    centers = costCenters(2),
  ) => {
    const api = new FakeResourcesApi({
      options: { ...someOptions(), costCenters: centers },
    });
    return renderField(CostCenterPicker, {
      api,
      title: 'Cost centre',
      ...overrides,
    });
  };

  const field = () => screen.getByRole('button', { name: /Cost centre/ });
  const enabled = () => waitFor(() => expect(field()).toBeEnabled());

  it('chooses for nobody who pays', async () => {
    const { values } = open();

    await enabled();

    expect(field()).toHaveTextContent('Choose');
    expect(values).toEqual([]);
  });

  it('offers number and title, and takes the mouse’s choice', async () => {
    const { user, values } = open();
    await enabled();

    await user.click(field());
    await user.click(screen.getByRole('option', { name: 'CC-1001 Team 1' }));

    expect(values).toEqual(['CC-1001']);
    expect(field()).toHaveTextContent('CC-1001 Team 1');
  });

  it('shows a title alone where it is the number', async () => {
    const { user } = open({}, [{ name: 'Ops', title: 'Ops' }]);
    await enabled();

    await user.click(field());

    expect(screen.getByRole('option')).toHaveTextContent(/^Ops$/);
  });

  it('goes to one of many by the keys of its number', async () => {
    const { user, values } = open({}, costCenters(200));
    await enabled();
    await user.tab();

    await user.keyboard('{ArrowDown}');
    await screen.findByRole('listbox');
    await user.keyboard('CC-1150{Enter}');

    await waitFor(() => expect(values).toEqual(['CC-1150']));
  });

  it('keeps what was chosen when the form is opened again', async () => {
    const { values } = open({ value: 'CC-1000' });

    await waitFor(() => expect(field()).toHaveTextContent('Team 0'));
    expect(values).toEqual([]);
  });

  it('lets go of one that the configuration no longer has', async () => {
    const { values } = open({ value: 'CC-9999' });

    await waitFor(() => expect(values).toEqual([undefined]));
  });

  it('says that there is none', async () => {
    open({}, []);

    await waitFor(() =>
      expect(field()).toHaveTextContent('There is nothing to choose from'),
    );
  });

  it('says why there are none', async () => {
    const api = new FakeResourcesApi();
    api.break('getOptions', responseError(403, 'not yours'));
    open({ api });

    expect(await screen.findByRole('alert')).toHaveTextContent('not yours');
    expect(field()).toBeDisabled();
  });

  it('speaks Portuguese', async () => {
    open({ language: 'pt' });

    await waitFor(() => expect(field()).toHaveTextContent('Escolha'));
  });
});
