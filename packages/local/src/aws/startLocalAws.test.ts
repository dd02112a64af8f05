import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetBucketVersioningCommand,
  ListBucketsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { isAlive } from '../system/isAlive';
import { startLocalAws, type LocalAws } from './startLocalAws';
import { stateBucket } from './stateBucket';

jest.setTimeout(60_000);

function s3For(aws: LocalAws) {
  return new S3Client({
    endpoint: aws.url,
    region: aws.env.AWS_REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

describe('startLocalAws', () => {
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws();
  });

  afterAll(async () => {
    await aws.stop();
  });

  it('makes a bucket for states with versions, twice without harm', async () => {
    await stateBucket(aws, 'states');
    await stateBucket(aws, 'states');

    const versioning = await s3For(aws).send(
      new GetBucketVersioningCommand({ Bucket: 'states' }),
    );

    expect(versioning.Status).toBe('Enabled');
  });

  it('is empty after a reset', async () => {
    await stateBucket(aws, 'to-be-forgotten');

    await aws.reset();

    const { Buckets } = await s3For(aws).send(new ListBucketsCommand({}));
    expect(Buckets ?? []).toEqual([]);
  });

  it('gives clients no way to reach another AWS', () => {
    expect(aws.env).toMatchObject({
      AWS_ENDPOINT_URL: aws.url,
      AWS_ENDPOINT_URL_STS: aws.url,
      AWS_EC2_METADATA_DISABLED: 'true',
    });
  });

  it('ends when it is stopped', async () => {
    const other = await startLocalAws();

    await other.stop();

    expect(isAlive(other.pid)).toBe(false);
  });

  it('ends by itself when its parent is killed', async () => {
    const parent = spawn(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        '-e',
        `require(${JSON.stringify(require.resolve('./startLocalAws'))})
          .startLocalAws().then(aws => console.log(aws.pid));
         setInterval(() => {}, 1000);`,
      ],
      { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line] = await once(createInterface(parent.stdout), 'line');
    const pid = Number(line);

    parent.kill('SIGKILL');

    for (let i = 0; i < 100 && isAlive(pid); i++) await sleep(50);
    expect(isAlive(pid)).toBe(false);
  });

  it('says why when the Python it is given cannot serve', async () => {
    await expect(startLocalAws({ python: '/bin/false' })).rejects.toThrow(
      'The local AWS did not start: it ended at once with 1',
    );
  });
});
