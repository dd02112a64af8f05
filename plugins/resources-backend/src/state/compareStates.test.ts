import { compareStates } from './compareStates';
import { parseStateFile } from './parseStateFile';

type Resource = {
  type?: string;
  name?: string;
  key?: string | number;
  attributes: object;
  sensitive?: object[];
};

const stateOf = (
  resources: Resource[],
  outputs: Record<string, object> = {},
  serial = 1,
) =>
  parseStateFile(
    JSON.stringify({
      version: 4,
      terraform_version: '1.11.4',
      serial,
      lineage: 'one',
      outputs,
      resources: resources.map(({ type = 'aws_s3_bucket', name, ...rest }) => ({
        mode: 'managed',
        type,
        name: name ?? 'this',
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [
          {
            index_key: rest.key,
            attributes: rest.attributes,
            sensitive_attributes: rest.sensitive ?? [],
          },
        ],
      })),
    }),
  );

const attribute = (value: string) => ({ type: 'get_attr', value });

describe('compareStates', () => {
  it('finds nothing between a state and itself', () => {
    const state = stateOf([{ attributes: { id: 'a', tags: { A: '1' } } }]);

    expect(compareStates(state, state)).toEqual({ resources: [], outputs: [] });
  });

  it('tells what was added, changed and removed, by its address', () => {
    const from = stateOf([
      { name: 'gone', attributes: { id: 'gone' } },
      { name: 'kept', key: 'a b', attributes: { id: 'kept', days: 1 } },
    ]);
    const to = stateOf([
      { name: 'kept', key: 'a b', attributes: { id: 'kept', days: 2 } },
      { name: 'new', key: 0, attributes: { id: 'new', unset: null } },
    ]);

    expect(compareStates(from, to).resources).toEqual([
      {
        address: 'aws_s3_bucket.gone',
        type: 'aws_s3_bucket',
        kind: 'removed',
        attributes: [{ path: 'id', before: 'gone' }],
      },
      {
        address: 'aws_s3_bucket.kept["a b"]',
        type: 'aws_s3_bucket',
        kind: 'changed',
        attributes: [{ path: 'days', before: 1, after: 2 }],
      },
      {
        address: 'aws_s3_bucket.new[0]',
        type: 'aws_s3_bucket',
        kind: 'added',
        attributes: [{ path: 'id', after: 'new' }],
      },
    ]);
  });

  it('goes into lists, maps and blocks', () => {
    const from = stateOf([
      { attributes: { rule: [{ days: 1 }], tags: { 'a.b': 'x' }, list: [] } },
    ]);
    const to = stateOf([
      { attributes: { rule: [{ days: 2 }], tags: {}, list: ['y'] } },
    ]);

    const [{ attributes }] = compareStates(from, to).resources;

    expect(attributes).toEqual([
      { path: 'list', before: [] },
      { path: 'list[0]', after: 'y' },
      { path: 'rule[0].days', before: 1, after: 2 },
      { path: 'tags', after: {} },
      { path: 'tags["a.b"]', before: 'x' },
    ]);
  });

  it('says that a marked attribute changed, and neither value', () => {
    const marked = [[attribute('value')], [attribute('block')]];
    const state = (secret: string) =>
      stateOf([
        {
          type: 'aws_ssm_parameter',
          attributes: { value: secret, block: [{ inner: secret }] },
          sensitive: marked,
        },
      ]);

    const found = compareStates(state('first-one'), state('second-one'));

    expect(found.resources[0].attributes).toEqual([
      { path: 'block[0].inner', beforeSensitive: true, afterSensitive: true },
      { path: 'value', beforeSensitive: true, afterSensitive: true },
    ]);
  });

  it('hides a secret wherever else it stands, in either state', () => {
    const from = stateOf([{ attributes: { url: 'db://admin:hunter22@host' } }]);
    const to = stateOf([{ attributes: { url: 'db://host' } }], {
      key: { value: 'hunter22', sensitive: true },
      link: { value: 'x?hunter22' },
    });

    const found = compareStates(from, to);

    expect(JSON.stringify(found)).not.toContain('hunter22');
    expect(found.resources[0].attributes).toEqual([
      { path: 'url', beforeSensitive: true, after: 'db://host' },
    ]);
    expect(found.outputs).toEqual([
      { name: 'key', kind: 'added', sensitive: true },
      { name: 'link', kind: 'added', sensitive: true },
    ]);
  });

  it.each(['password', 'master_password', 'secretToken', 'private_key'])(
    'hides %s, marked or not',
    name => {
      const found = compareStates(
        stateOf([{ attributes: { [name]: 'unmarked-1' } }]),
        stateOf([{ attributes: { [name]: 'unmarked-2' } }]),
      );

      expect(JSON.stringify(found)).not.toContain('unmarked');
    },
  );

  it('shows the ARN of a secret, which is none', () => {
    const found = compareStates(
      stateOf([]),
      stateOf([{ attributes: { secret_arn: 'arn:aws:x' } }]),
    );

    expect(found.resources[0].attributes).toEqual([
      { path: 'secret_arn', after: 'arn:aws:x' },
    ]);
  });

  it('cuts what is very long', () => {
    const found = compareStates(
      stateOf([]),
      stateOf([{ attributes: { policy: 'x'.repeat(10_000) } }]),
    );

    expect(String(found.resources[0].attributes[0].after)).toHaveLength(4_097);
  });

  it('compares outputs by their values', () => {
    const found = compareStates(
      stateOf([], { a: { value: 1 }, same: { value: [1] } }),
      stateOf([], { a: { value: 2 }, same: { value: [1] } }),
    );

    expect(found.outputs).toEqual([
      { name: 'a', kind: 'changed', sensitive: false, before: 1, after: 2 },
    ]);
  });
});
