import { aResource } from '../testing/aResource';
import { initialValues } from './initialValues';

describe('initialValues', () => {
  it('are what the form was filled with last', () => {
    const resource = aResource({
      parameters: { name: 'invoices', versions: 'expire', versionDays: 30 },
    });

    expect(initialValues(resource)).toMatchObject({
      name: 'invoices',
      versions: 'expire',
      versionDays: 30,
      owner: 'group:default/payments',
    });
  });

  it('are what every form has where the template did not hand them on', () => {
    const resource = aResource({ parameters: undefined, description: 'PDFs' });

    expect(initialValues(resource)).toEqual({
      name: 'invoices',
      environment: 'dev',
      owner: 'group:default/payments',
      costCenter: 'CC-1001',
      description: 'PDFs',
    });
  });
});
