import { parseStateFile } from './stateFile';
import { stateOutputs, stateRecord } from './stateRecord';

const state = {
  version: 4,
  terraform_version: '1.11.4',
  serial: 7,
  lineage: 'a-b',
  outputs: {
    arn: { value: 'arn:aws:s3:::b', type: 'string' },
    password: { value: 'hunter2', type: 'string', sensitive: true },
  },
  resources: [
    {
      mode: 'data',
      type: 'aws_region',
      name: 'here',
      instances: [{ attributes: { id: 'x' } }],
    },
    {
      mode: 'managed',
      type: 'aws_s3_bucket',
      name: 'this',
      instances: [
        {
          attributes: { id: 'b', arn: 'arn:aws:s3:::b', tags: {}, secret: 'x' },
        },
      ],
    },
    {
      module: 'module.m["a.b"]',
      mode: 'managed',
      type: 'aws_sqs_queue',
      name: 'q',
      instances: [
        { index_key: 0, attributes: { id: 1 } },
        { index_key: 'k"', attributes: null },
      ],
    },
  ],
};

describe('stateRecord', () => {
  const file = parseStateFile(JSON.stringify(state));

  it('keeps of resources only address, id and ARN', () => {
    expect(stateRecord(file, 'v1')).toEqual({
      lineage: 'a-b',
      serial: 7,
      versionId: 'v1',
      terraformVersion: '1.11.4',
      managed: [
        {
          address: 'aws_s3_bucket.this',
          type: 'aws_s3_bucket',
          name: 'this',
          id: 'b',
          arn: 'arn:aws:s3:::b',
        },
        {
          address: 'module.m["a.b"].aws_sqs_queue.q[0]',
          type: 'aws_sqs_queue',
          name: 'q',
        },
        {
          address: 'module.m["a.b"].aws_sqs_queue.q["k\\""]',
          type: 'aws_sqs_queue',
          name: 'q',
        },
      ],
    });
  });

  it('leaves out the values of sensitive outputs', () => {
    expect(stateOutputs(file.body!)).toEqual({
      arn: { sensitive: false, value: 'arn:aws:s3:::b' },
      password: { sensitive: true },
    });
  });

  it('reads lineage and serial of an encrypted state', () => {
    const encrypted = parseStateFile(
      '{"serial": 2, "lineage": "l", "meta": {}, "encrypted_data": "x", "encryption_version": "v0"}',
    );

    expect(encrypted.body).toBeUndefined();
    expect(stateRecord(encrypted, undefined)).toMatchObject({
      lineage: 'l',
      serial: 2,
      managed: [],
    });
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"serial": 1, "lineage": ""}',
    '{"serial":',
  ])('takes %j for no state', text => {
    expect(() => parseStateFile(text)).toThrow();
  });
});
