import {
  CreateBucketCommand,
  DeleteBucketCommand,
  GetBucketEncryptionCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutBucketTaggingCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';

const stateBucket = 'terrastage-state-dev';

/** What really is in the local AWS. */
export class LocalAwsView {
  private readonly s3: S3Client;
  private readonly options: S3ClientConfig;

  constructor(endpoint: string) {
    this.options = {
      endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    };
    this.s3 = new S3Client(this.options);
  }

  async bucketNames(): Promise<string[]> {
    const { Buckets } = await this.s3.send(new ListBucketsCommand({}));
    return (Buckets ?? []).map(({ Name }) => Name!);
  }

  /** A bucket that Terraform did not make, in another region: S3 answers 409 wherever it is. */
  async takeBucketName(Bucket: string): Promise<void> {
    const elsewhere = new S3Client({
      ...this.options,
      region: 'eu-west-1',
    });
    await elsewhere.send(
      new CreateBucketCommand({
        Bucket,
        CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
      }),
    );
  }

  /** A bucket as somebody makes it by hand, with these tags. */
  async makeBucket(
    Bucket: string,
    tags: Record<string, string> = {},
  ): Promise<void> {
    await this.s3.send(new CreateBucketCommand({ Bucket }));
    await this.tagBucket(Bucket, tags);
  }

  async tagBucket(Bucket: string, tags: Record<string, string>): Promise<void> {
    const TagSet = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    await this.s3.send(
      new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }),
    );
  }

  /** Takes away what {@link takeBucketName} has made. */
  async freeBucketName(Bucket: string): Promise<void> {
    const elsewhere = new S3Client({ ...this.options, region: 'eu-west-1' });
    await elsewhere.send(new DeleteBucketCommand({ Bucket }));
  }

  async bucketTags(Bucket: string): Promise<Record<string, string>> {
    const { TagSet } = await this.s3.send(
      new GetBucketTaggingCommand({ Bucket }),
    );
    return Object.fromEntries((TagSet ?? []).map(tag => [tag.Key, tag.Value]));
  }

  async isVersioned(Bucket: string): Promise<boolean> {
    const { Status } = await this.s3.send(
      new GetBucketVersioningCommand({ Bucket }),
    );
    return Status === 'Enabled';
  }

  async encryption(Bucket: string): Promise<string | undefined> {
    const { ServerSideEncryptionConfiguration } = await this.s3.send(
      new GetBucketEncryptionCommand({ Bucket }),
    );
    return ServerSideEncryptionConfiguration?.Rules?.[0]
      .ApplyServerSideEncryptionByDefault?.SSEAlgorithm;
  }

  /** The state of a resource, as Terraform has written it. */
  async state(resource: string): Promise<string> {
    return this.text(await this.stateKey(resource));
  }

  /** Writes a newer state without the things of a type, past the portal, as somebody with `state push` would. */
  async forgetInState(resource: string, type: string): Promise<void> {
    const Key = await this.stateKey(resource);
    const state = JSON.parse(await this.text(Key));
    const newer = {
      ...state,
      serial: state.serial + 1,
      resources: state.resources.filter(
        (one: { type: string }) => one.type !== type,
      ),
    };
    const Body = Buffer.from(JSON.stringify(newer));
    await this.s3.send(
      new PutObjectCommand({ Bucket: stateBucket, Key, Body }),
    );
  }

  private async stateKey(resource: string): Promise<string> {
    const { Contents } = await this.s3.send(
      new ListObjectsV2Command({ Bucket: stateBucket }),
    );
    return Contents!.find(
      object =>
        object.Key?.includes(`/${resource}-`) &&
        object.Key.endsWith('.tfstate'),
    )!.Key!;
  }

  private async text(Key: string): Promise<string> {
    const object = await this.s3.send(
      new GetObjectCommand({ Bucket: stateBucket, Key }),
    );
    return object.Body!.transformToString();
  }
}
