import type { S3Client } from '@aws-sdk/client-s3';
import type { STSClient } from '@aws-sdk/client-sts';
import type { Credentials } from '../credentials/Credentials';

/** Milliseconds that AWS has to accept a connection, and to answer. */
const CONNECT_TIMEOUT = 3_000;
const ANSWER_TIMEOUT = 15_000;

/**
 * The SDK's clients, loaded on first use: each takes some 50 ms, and they are needed while Terraform's
 * files are still being checked. An AWS that does not answer is given up within seconds.
 */
export class AwsClients {
  readonly #credentials: Credentials;
  readonly #stateRegion: string;
  readonly #region: string;
  #s3: Promise<S3Client> | undefined;

  constructor(options: {
    credentials: Credentials;
    region: string;
    stateRegion: string;
  }) {
    this.#credentials = options.credentials;
    this.#region = options.region;
    this.#stateRegion = options.stateRegion;
  }

  /** For the state bucket. */
  s3(): Promise<S3Client> {
    this.#s3 ??= import('@aws-sdk/client-s3').then(
      ({ S3Client: Client }) => new Client(this.settings(this.#stateRegion)),
    );
    return this.#s3;
  }

  async sts(): Promise<STSClient> {
    const { STSClient: Client } = await import('@aws-sdk/client-sts');
    return new Client(this.settings(this.#region));
  }

  /** Settings for a client of another service. */
  settings(region: string) {
    return {
      region,
      credentials: this.#credentials.provider,
      maxAttempts: 3,
      requestHandler: {
        connectionTimeout: CONNECT_TIMEOUT,
        requestTimeout: ANSWER_TIMEOUT,
      },
    };
  }
}
