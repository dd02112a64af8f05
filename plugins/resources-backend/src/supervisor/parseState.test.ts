import { parseState, parseStateLock } from './parseState';

const state = {
  version: 4,
  terraform_version: '1.11.4',
  serial: 7,
  lineage: 'a-lineage',
  outputs: { password: { value: 'hunter2', type: 'string', sensitive: true } },
  resources: [
    {
      mode: 'managed',
      type: 'aws_s3_bucket',
      name: 'this',
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [
        {
          schema_version: 0,
          attributes: { id: 'receipts', arn: 'arn:aws:s3:::receipts', x: 'y' },
        },
      ],
    },
    {
      module: 'module.net',
      mode: 'managed',
      type: 'aws_subnet',
      name: 'private',
      instances: [
        { index_key: 0, attributes: { id: 'subnet-1' } },
        { index_key: 'b', attributes: null },
      ],
    },
    { mode: 'data', type: 'aws_region', name: 'here', instances: [] },
  ],
};

describe('parseState', () => {
  it('keeps addresses, ids and ARNs, and no other value', () => {
    const record = parseState(JSON.stringify(state), 'v7');

    expect(record).toEqual({
      lineage: 'a-lineage',
      serial: 7,
      versionId: 'v7',
      terraformVersion: '1.11.4',
      managed: [
        {
          address: 'aws_s3_bucket.this',
          type: 'aws_s3_bucket',
          name: 'this',
          id: 'receipts',
          arn: 'arn:aws:s3:::receipts',
        },
        {
          address: 'module.net.aws_subnet.private[0]',
          type: 'aws_subnet',
          name: 'private',
          id: 'subnet-1',
        },
        {
          address: 'module.net.aws_subnet.private["b"]',
          type: 'aws_subnet',
          name: 'private',
        },
      ],
    });
  });

  it.each([
    ['an empty object', ''],
    ['half of one', JSON.stringify(state).slice(0, 100)],
    ['another version', JSON.stringify({ ...state, version: 5 })],
    ['one without a lineage', JSON.stringify({ ...state, lineage: '' })],
  ])('takes %s for no state', (_, text) => {
    expect(() => parseState(text)).toThrow();
  });
});

describe('parseStateLock', () => {
  it('says who holds it', () => {
    const text = JSON.stringify({
      ID: '42',
      Operation: 'OperationTypeApply',
      Who: 'runner@host',
      Created: '2026-01-01T00:00:00Z',
      Path: 'x',
    });

    expect(parseStateLock(text)).toEqual({
      id: '42',
      operation: 'OperationTypeApply',
      who: 'runner@host',
      created: '2026-01-01T00:00:00Z',
    });
  });

  it.each(['', '{', '{}'])('takes %j for a lock all the same', text => {
    expect(parseStateLock(text)).toEqual({
      id: 'unknown',
      who: 'somebody',
      operation: 'unknown',
      created: 'an unknown time',
    });
  });
});
