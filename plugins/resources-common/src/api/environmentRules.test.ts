import { environmentRules } from './environmentRules';
import { manifestSchema } from './manifestSchema';

const manifest = manifestSchema.parse({
  apiVersion: 'terrastage/v1',
  type: 'instance',
  title: 'Instance',
  version: '1.0.0',
  variables: { type: 'object', properties: { size: { type: 'string' } } },
  environments: {
    dev: {},
    prod: {
      defaults: { size: 'large' },
      variables: { properties: { size: { const: 'large' } } },
    },
  },
});

describe('environmentRules', () => {
  it('adds the rules of an environment to those for all', () => {
    expect(environmentRules(manifest, 'prod')).toEqual({
      defaults: { size: 'large' },
      schema: {
        allOf: [
          manifest.variables,
          { properties: { size: { const: 'large' } } },
        ],
      },
    });
  });

  it('leaves the rules as they are where an environment has none', () => {
    expect(environmentRules(manifest, 'dev')).toEqual({
      defaults: {},
      schema: manifest.variables,
    });
  });

  it.each(['staging', 'constructor'])(
    'refuses %s, which the manifest does not name',
    environment => {
      expect(() => environmentRules(manifest, environment)).toThrow(
        `Instance is not offered in ${environment}, only in dev, prod`,
      );
    },
  );

  it('takes any environment where the manifest names none', () => {
    const open = { ...manifest, environments: undefined };

    expect(environmentRules(open, 'sandbox')).toEqual({
      defaults: {},
      schema: manifest.variables,
    });
  });
});
