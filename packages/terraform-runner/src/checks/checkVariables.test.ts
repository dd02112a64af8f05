import { checkVariables } from './checkVariables';
import type { ModuleFacts } from './ModuleFacts';

const facts: ModuleFacts = {
  variables: new Map([
    ['name', { file: 'variables.tf', required: true, sensitive: false }],
    ['size', { file: 'variables.tf', required: false, sensitive: false }],
  ]),
};

describe('checkVariables', () => {
  it('accepts values for declared variables', () => {
    expect(checkVariables({ name: 'a', size: null }, facts)).toEqual([]);
    expect(checkVariables({ name: '${file("/etc/passwd")}' }, facts)).toEqual(
      [],
    );
  });

  it.each([
    'other',
    'terrastage_tags',
    'terrastage_region',
    'constructor',
    'toString',
  ])('refuses a value for %s', name => {
    expect(checkVariables({ name: 'a', [name]: 1 }, facts)).toEqual([
      `variables.${name}: the module declares no such variable`,
    ]);
  });

  it('refuses __proto__', () => {
    const values = JSON.parse('{"name": "a", "__proto__": {}}');

    expect(checkVariables(values, facts)).toEqual([
      'variables.__proto__: the module declares no such variable',
    ]);
  });

  it('misses a required variable', () => {
    expect(checkVariables({}, facts)).toEqual([
      'variables.name: is required (declared in variables.tf) and has no value',
    ]);
  });
});
