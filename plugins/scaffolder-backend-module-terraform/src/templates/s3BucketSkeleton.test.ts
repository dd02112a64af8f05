import {
  DeleteBucketPolicyCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  ListObjectVersionsCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  startLocalAws,
  stateBucket,
  type LocalAws,
} from '@terrastage/local/testing';
import { shippedFile } from '../testing/shipped';
import { TerraformFolder } from '../testing/TerraformFolder';

jest.setTimeout(300_000);

const sample = (name: string): Record<string, unknown> =>
  JSON.parse(shippedFile(`skeletons/terraform/s3-bucket/samples/${name}.json`));

describe('the skeleton of the S3 bucket, with real Terraform', () => {
  const folders: TerraformFolder[] = [];
  let aws: LocalAws;
  let s3: S3Client;
  let full: Promise<TerraformFolder>;

  beforeAll(async () => {
    aws = await startLocalAws();
    s3 = new S3Client({
      endpoint: aws.url,
      region: aws.env.AWS_REGION,
      forcePathStyle: true,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    await makeLogBucket('acme-access-logs');
    // The AWS provider waits 50 seconds for lifecycle rules: the other tests run meanwhile.
    full = applied(sample('full'));
    full.catch(() => {});
  });

  afterAll(async () => {
    await full.catch(() => {});
    await Promise.all(folders.map(folder => folder.remove()));
    s3.destroy();
    await aws.stop();
  });

  async function makeLogBucket(name: string): Promise<void> {
    await stateBucket(aws, name);
    await s3.send(
      new PutBucketPolicyCommand({
        Bucket: name,
        Policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'logging.s3.amazonaws.com' },
              Action: 's3:PutObject',
              Resource: `arn:aws:s3:::${name}/*`,
            },
          ],
        }),
      }),
    );
  }

  /** The skeleton with what the runner writes beside it. */
  async function initialised(variables: object): Promise<TerraformFolder> {
    const folder = await TerraformFolder.of('s3-bucket', aws.env);
    folders.push(folder);
    await folder.write('provider.tf.json', {
      provider: {
        aws: {
          region: aws.env.AWS_REGION,
          default_tags: { tags: { Owner: 'payments', CostCenter: 'CC-1001' } },
        },
      },
    });
    await folder.write('terraform.tfvars.json', variables);
    await folder.succeed('init');
    return folder;
  }

  async function applied(variables: object): Promise<TerraformFolder> {
    const folder = await initialised(variables);
    await folder.succeed('apply', '-auto-approve');
    return folder;
  }

  const exists = async (Bucket: string) => {
    try {
      await s3.send(new HeadBucketCommand({ Bucket }));
      return true;
    } catch {
      return false;
    }
  };

  it('makes a private, encrypted bucket with versions, and takes it away again', async () => {
    const Bucket = 'acme-minimal';
    const folder = await applied(sample('minimal'));

    const [access, ownership, encryption, policy, versioning, tags] =
      await Promise.all([
        s3.send(new GetPublicAccessBlockCommand({ Bucket })),
        s3.send(new GetBucketOwnershipControlsCommand({ Bucket })),
        s3.send(new GetBucketEncryptionCommand({ Bucket })),
        s3.send(new GetBucketPolicyCommand({ Bucket })),
        s3.send(new GetBucketVersioningCommand({ Bucket })),
        s3.send(new GetBucketTaggingCommand({ Bucket })),
      ]);
    expect(access.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(ownership.OwnershipControls?.Rules).toEqual([
      { ObjectOwnership: 'BucketOwnerEnforced' },
    ]);
    expect(encryption.ServerSideEncryptionConfiguration?.Rules).toMatchObject([
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
    ]);
    expect(JSON.parse(policy.Policy!).Statement).toMatchObject([
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: ['arn:aws:s3:::acme-minimal', 'arn:aws:s3:::acme-minimal/*'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
    expect(versioning.Status).toBe('Enabled');
    expect(tags.TagSet).toEqual(
      expect.arrayContaining([
        { Key: 'Owner', Value: 'payments' },
        { Key: 'CostCenter', Value: 'CC-1001' },
      ]),
    );

    const again = await folder.run('plan', '-detailed-exitcode');
    expect(again).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(await folder.succeed('output', '-json'))).toMatchObject({
      name: { value: Bucket },
      arn: { value: 'arn:aws:s3:::acme-minimal' },
      region: { value: 'us-east-1' },
      domain_name: { value: 'acme-minimal.s3.us-east-1.amazonaws.com' },
      console_url: {
        value:
          'https://console.aws.amazon.com/s3/buckets/acme-minimal?region=us-east-1',
      },
    });

    await folder.succeed('destroy', '-auto-approve');
    expect(await exists(Bucket)).toBe(false);
  });

  it('does not destroy a bucket with objects in it, unless that was chosen', async () => {
    const Bucket = 'acme-not-empty';
    const folder = await applied({ name: Bucket });
    // The local AWS has no TLS, so the bucket's own policy lets nobody in.
    await s3.send(new DeleteBucketPolicyCommand({ Bucket }));
    const put = () =>
      s3.send(new PutObjectCommand({ Bucket, Key: 'a.txt', Body: 'a' }));
    await put();
    await put();

    const refused = await folder.run('destroy', '-auto-approve');

    expect(refused.exitCode).toBe(1);
    expect(refused.text).toContain('BucketNotEmpty');
    const versions = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    expect(versions.Versions).toHaveLength(2);

    await folder.write('terraform.tfvars.json', {
      name: Bucket,
      force_destroy: true,
    });
    await folder.succeed('apply', '-auto-approve');
    await folder.succeed('destroy', '-auto-approve');
    expect(await exists(Bucket)).toBe(false);
  });

  it('says that a name is taken', async () => {
    await stateBucket(aws, 'acme-taken');
    const folder = await initialised({ name: 'acme-taken' });

    const { exitCode, text } = await folder.run('apply', '-auto-approve');

    expect(exitCode).toBe(1);
    expect(text).toMatch(/BucketAlready(OwnedByYou|Exists)/);
  });

  it('makes a bucket with every choice, and takes it away again', async () => {
    const Bucket = 'acme-full';
    const folder = await full;

    const [encryption, lifecycle, logging] = await Promise.all([
      s3.send(new GetBucketEncryptionCommand({ Bucket })),
      s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket })),
      s3.send(new GetBucketLoggingCommand({ Bucket })),
    ]);
    expect(encryption.ServerSideEncryptionConfiguration?.Rules).toMatchObject([
      {
        BucketKeyEnabled: true,
        ApplyServerSideEncryptionByDefault: {
          SSEAlgorithm: 'aws:kms',
          KMSMasterKeyID: sample('full').kms_key_arn,
        },
      },
    ]);
    const rules = Object.fromEntries(
      lifecycle.Rules!.map(rule => [rule.ID, rule]),
    );
    expect(rules).toMatchObject({
      'expire-earlier-versions': {
        Status: 'Enabled',
        NoncurrentVersionExpiration: { NoncurrentDays: 90 },
      },
      'move-to-cheaper-storage': {
        Status: 'Enabled',
        Transitions: [{ Days: 30, StorageClass: 'STANDARD_IA' }],
      },
      'abort-unfinished-uploads': {
        Status: 'Enabled',
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
      },
    });
    expect(logging.LoggingEnabled).toMatchObject({
      TargetBucket: 'acme-access-logs',
      TargetPrefix: 's3-access/acme-full/',
    });

    const again = await folder.run('plan', '-detailed-exitcode');
    expect(again).toMatchObject({ exitCode: 0 });

    await folder.succeed('destroy', '-auto-approve');
    expect(await exists(Bucket)).toBe(false);
  });
});
