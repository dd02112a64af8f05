import { resourceEntityRef } from './resourceEntityRef';

/** Backstage's rule for `metadata.name` (KubernetesValidatorFunctions.isValidObjectName). */
const ENTITY_NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

const nameOf = (name: string, shortId = 'a1b2c3') =>
  resourceEntityRef({ name, shortId }).replace('resource:default/', '');

describe('resourceEntityRef', () => {
  it('joins the name and the short id', () => {
    expect(resourceEntityRef({ name: 'invoices', shortId: 'a1b2c3' })).toBe(
      'resource:default/invoices-a1b2c3',
    );
  });

  it('keeps dots, as S3 names have them', () => {
    expect(nameOf('logs.example.com')).toBe('logs.example.com-a1b2c3');
  });

  it('cuts a long name and keeps the whole short id', () => {
    const name = nameOf('b'.repeat(63));

    expect(name).toBe(`${'b'.repeat(56)}-a1b2c3`);
    expect(name).toHaveLength(63);
  });

  it('leaves no separator where it cuts', () => {
    expect(nameOf(`${'b'.repeat(55)}-${'c'.repeat(7)}`)).toBe(
      `${'b'.repeat(55)}-a1b2c3`,
    );
  });

  it('tells long names with the same beginning apart by their short ids', () => {
    const long = 'b'.repeat(60);

    expect(nameOf(`${long}xyz`, 'a1b2c3')).not.toBe(
      nameOf(`${long}uvw`, 'd4e5f6'),
    );
  });

  it.each([
    'UPPER',
    'spa ce',
    '-dash-',
    '..',
    'ação',
    'a/b',
    '',
    '💾',
    'x'.repeat(500),
  ])('makes a name that the catalog takes of %j', given => {
    const name = nameOf(given);

    expect(name).toMatch(ENTITY_NAME);
    expect(name.length).toBeLessThanOrEqual(63);
    expect(name).toBe(name.toLowerCase());
    expect(name.endsWith('-a1b2c3')).toBe(true);
  });
});
