import { screen, waitFor } from '@testing-library/react';
import { FakeResourcesApi } from '../../testing/FakeResourcesApi';
import { renderField } from '../../testing/renderField';
import { responseError } from '../../testing/responseError';
import { someOptions } from '../../testing/someOptions';
import { useFakeClock } from '../../testing/useFakeClock';
import { AllowedValuePicker } from './AllowedValuePicker';

const rules = (allowed?: Array<string | boolean>, preset?: string) => ({
  'ec2-instance': {
    defaults: preset === undefined ? {} : { instance_type: preset },
    limits: allowed ? { instance_type: { allowed } } : {},
  },
});

const optionsWith = (ofDev: object) => {
  const options = someOptions();
  return {
    ...options,
    environments: options.environments.map(environment =>
      environment.name === 'dev'
        ? { ...environment, resourceTypes: ofDev }
        : environment,
    ),
  } as typeof options;
};

describe('AllowedValuePicker', () => {
  useFakeClock();

  const open = (
    overrides: Partial<Parameters<typeof renderField>[1]> = {},
    ofDev: object = rules(['t4g.nano', 't4g.micro'], 't4g.micro'),
  ) =>
    renderField(AllowedValuePicker, {
      api: new FakeResourcesApi({ options: optionsWith(ofDev) }),
      title: 'Type',
      options: { type: 'ec2-instance', variable: 'instance_type' },
      formData: { environment: 'dev' },
      ...overrides,
    });

  const field = () => screen.getByRole('button', { name: /Type/ });
  const enabled = () => waitFor(() => expect(field()).toBeEnabled());
  const names = () =>
    screen.getAllByRole('option').map(({ textContent }) => textContent);

  it('takes what the environment has by default, and offers what it allows', async () => {
    const { user, values } = open();
    await waitFor(() => expect(values).toEqual(['t4g.micro']));

    await user.click(field());

    expect(names()).toEqual(['t4g.nano', 't4g.micro']);
  });

  it('takes the first where the default is not allowed', async () => {
    const { values } = open({}, rules(['t4g.nano'], 'm7g.large'));

    await waitFor(() => expect(values).toEqual(['t4g.nano']));
  });

  it('offers the values of the form where the environment has no limit', async () => {
    const { user, values } = open(
      { schema: { enum: ['small', 'large'], default: 'large' } },
      rules(),
    );
    await waitFor(() => expect(values).toEqual(['large']));

    await user.click(field());

    expect(names()).toEqual(['small', 'large']);
  });

  it('asks yes or no in words, and says a boolean', async () => {
    const { user, values } = open(
      {
        schema: { type: 'boolean', default: true },
        options: {
          type: 'ec2-instance',
          variable: 'public_address',
          labels: { false: 'No', true: 'Yes' },
          descriptions: { true: 'It costs' },
        },
      },
      rules(),
    );
    await waitFor(() => expect(values).toEqual([true]));

    await user.click(field());
    expect(names()).toEqual(['No', 'YesIt costs']);
    await user.keyboard('{ArrowUp}{Enter}');

    await waitFor(() => expect(values).toEqual([true, false]));
    expect(field()).toHaveTextContent('No');
  });

  it('keeps what was chosen when the form is opened again', async () => {
    const { values } = open({ value: 't4g.nano' });

    await waitFor(() => expect(field()).toHaveTextContent('t4g.nano'));
    expect(values).toEqual([]);
  });

  it('takes the default instead of what another environment had', async () => {
    const { values } = open({ value: 'm7g.large' });

    await waitFor(() => expect(values).toEqual(['t4g.micro']));
  });

  it('finds one of many by its first letters', async () => {
    const many = Array.from({ length: 100 }, (_, index) => `m${index}.large`);
    const { user, values } = open({}, rules(many));
    await enabled();
    await user.tab();

    await user.keyboard('{ArrowDown}');
    await screen.findByRole('listbox');
    await user.keyboard('m77{Enter}');

    await waitFor(() => expect(values.at(-1)).toBe('m77.large'));
  });

  it('says that the environment allows none', async () => {
    open({}, rules([]));

    await waitFor(() =>
      expect(field()).toHaveTextContent('There is nothing to choose from'),
    );
  });

  it('waits for the environment, which a field of another name may hold', async () => {
    open({
      formData: { environment: 'dev' },
      options: {
        type: 'ec2-instance',
        variable: 'instance_type',
        environmentFrom: 'place',
      },
    });

    await waitFor(() =>
      expect(field()).toHaveTextContent('Choose the environment first'),
    );
    expect(field()).toBeDisabled();
  });

  it('says why it could not be read, and tries again', async () => {
    const api = new FakeResourcesApi({
      options: optionsWith(rules(['t4g.nano'])),
    });
    api.break('getOptions', responseError(500, 'no database'));
    const { user, values } = open({ api });
    expect(await screen.findByRole('alert')).toHaveTextContent('no database');

    api.mend('getOptions');
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    await waitFor(() => expect(values).toEqual(['t4g.nano']));
  });

  it('speaks Portuguese', async () => {
    open({ language: 'pt', formData: {} });

    await waitFor(() =>
      expect(field()).toHaveTextContent('Escolha primeiro o ambiente'),
    );
  });
});
