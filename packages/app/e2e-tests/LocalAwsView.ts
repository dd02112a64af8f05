import {
  GetBucketEncryptionCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  ListBucketsCommand,
  S3Client,
} from '@aws-sdk/client-s3';

/** What really is in the local AWS. */
export class LocalAwsView {
  private readonly s3: S3Client;

  constructor(endpoint: string) {
    this.s3 = new S3Client({
      endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  }

  async bucketNames(): Promise<string[]> {
    const { Buckets } = await this.s3.send(new ListBucketsCommand({}));
    return (Buckets ?? []).map(({ Name }) => Name!);
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
}
