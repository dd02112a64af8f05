import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import { parseState, parseStateLock } from './parseState';
import type { StateFindings, StateInspector } from './StateInspector';

/** Milliseconds for one object. */
const TIMEOUT = 10_000;

/** The portal's own credentials, by AWS' default chain; they need to read the state buckets, no more. */
export class S3StateInspector implements StateInspector {
  private readonly clients = new Map<string, S3Client>();

  async inspect({
    stateBucket,
    stateKey,
    stateRegion,
  }: Pick<
    ResourceRecord,
    'stateBucket' | 'stateKey' | 'stateRegion'
  >): Promise<StateFindings> {
    const read = (key: string) => this.read(stateRegion, stateBucket, key);
    const [state, lock] = await Promise.all([
      read(stateKey),
      read(`${stateKey}.tflock`),
    ]);
    return {
      state: state && parseState(state.text, state.versionId),
      lock: lock && parseStateLock(lock.text),
    };
  }

  private async read(region: string, Bucket: string, Key: string) {
    try {
      const object = await this.client(region).send(
        new GetObjectCommand({ Bucket, Key }),
        { abortSignal: AbortSignal.timeout(TIMEOUT) },
      );
      return {
        text: (await object.Body?.transformToString()) ?? '',
        versionId: object.VersionId,
      };
    } catch (error) {
      if (error instanceof NoSuchKey) {
        return undefined;
      }
      throw error;
    }
  }

  private client(region: string): S3Client {
    const known = this.clients.get(region);
    const client = known ?? new S3Client({ region, maxAttempts: 2 });
    this.clients.set(region, client);
    return client;
  }
}
