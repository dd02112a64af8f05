import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { checkStateBucket } from './checkStateBucket';
import { startLocalAws, type LocalAws } from './startLocalAws';
import { stateBucket } from './stateBucket';

jest.setTimeout(60_000);

describe('checkStateBucket', () => {
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws();
  });

  afterAll(async () => {
    await aws.stop();
  });

  function client(endpoint = aws.url) {
    return new S3Client({
      endpoint,
      region: 'eu-west-1',
      forcePathStyle: true,
      maxAttempts: 1,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  }

  function check(bucket: string, s3 = client()) {
    return checkStateBucket('dev', bucket, 'eu-west-1', s3);
  }

  it('is content with a bucket that keeps versions', async () => {
    await stateBucket(aws, 'good', 'eu-west-1');

    await expect(check('good')).resolves.toBeUndefined();
  });

  it('says which environment names a bucket that is not there', async () => {
    await expect(check('missing')).rejects.toMatchObject({
      message: expect.stringContaining(
        'No access to the state bucket "missing" of environment "dev" in eu-west-1: NoSuchBucket',
      ),
      hint: expect.stringContaining('app-config.local.yaml'),
    });
  });

  it('says so when versions are off', async () => {
    await client().send(
      new CreateBucketCommand({
        Bucket: 'plain',
        CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
      }),
    );

    await expect(check('plain')).rejects.toThrow(
      'Versions are off in the state bucket "plain"',
    );
  });

  it('says so when AWS does not answer', async () => {
    await expect(check('good', client('http://127.0.0.1:1'))).rejects.toThrow(
      'No access to the state bucket "good"',
    );
  });
});
