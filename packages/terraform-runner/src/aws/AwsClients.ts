import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import type { Credentials } from '../credentials/Credentials';

/** Milliseconds that AWS has to accept a connection, and to answer. */
const CONNECT_TIMEOUT = 3_000;
const ANSWER_TIMEOUT = 15_000;

/** The SDK's clients for one run. An AWS that does not answer is given up within seconds. */
export class AwsClients {
  /** For the state bucket. */
  readonly s3: S3Client;
  /** For buckets that the run manages. */
  readonly buckets: S3Client;
  readonly sts: STSClient;
  readonly tagging: ResourceGroupsTaggingAPIClient;

  constructor(options: {
    credentials: Pick<Credentials, 'provider'>;
    region: string;
    stateRegion: string;
  }) {
    const settings = {
      region: options.region,
      credentials: options.credentials.provider,
      maxAttempts: 3,
      requestHandler: {
        connectionTimeout: CONNECT_TIMEOUT,
        requestTimeout: ANSWER_TIMEOUT,
      },
    };
    this.s3 = new S3Client({ ...settings, region: options.stateRegion });
    this.buckets = new S3Client({ ...settings, followRegionRedirects: true });
    this.sts = new STSClient(settings);
    this.tagging = new ResourceGroupsTaggingAPIClient(settings);
  }
}
