import type { ApiRef } from '@backstage/frontend-plugin-api';
import { resourcesApiRef } from '../../api/resourcesApiRef';
import { aResource } from '../../testing/aResource';
import { FakeResourcesApi } from '../../testing/FakeResourcesApi';
import { validateResourcePicker } from './validateResourcePicker';

const vpc = (name: string, overrides = {}) =>
  aResource({ name, type: 'vpc', ...overrides });

const networks = [
  vpc('shop'),
  vpc('orders'),
  vpc('billing', { environment: 'prod' }),
  vpc('young', { status: 'creating' }),
  aResource({ name: 'invoices' }),
];

describe('validateResourcePicker', () => {
  const errorsOf = async (value: string | string[]) => {
    const api = new FakeResourcesApi({ resources: networks });
    const errors: string[] = [];
    await validateResourcePicker(
      value,
      { addError: (message: string) => errors.push(message) },
      {
        apiHolder: {
          get: <T>({ id }: ApiRef<T>) =>
            id === resourcesApiRef.id ? (api as T) : undefined,
        },
        formData: { environment: 'dev' },
        schema: {},
        uiSchema: {
          'ui:options': { type: 'vpc', environmentFrom: 'environment' },
        },
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
