import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { NotFoundError } from '@backstage/errors';
import { parseStateLock } from '../supervisor/parseState';
import type { StateLock } from '../supervisor/StateInspector';
import type {
  StateBucket,
  StateObjectVersion,
  StateObjectVersions,
  StatePlace,
} from './StateBucket';
import { StateUnreadableError } from './StateUnreadableError';

/** Milliseconds for one request. */
const TIMEOUT = 10_000;
const PAGE = 20;
const NO_VERSION = ['NoSuchVersion', 'NoSuchKey', 'InvalidArgument'];

/** The portal's own credentials, by AWS' default chain. */
export class S3StateBucket implements StateBucket {
  private readonly clients = new Map<string, S3Client>();

  async listVersions(
    place: StatePlace,
    cursor?: string,
  ): Promise<StateObjectVersions> {
    const { stateBucket, stateKey, stateRegion } = place;
    const page = await this.client(stateRegion)
      .send(
        new ListObjectVersionsCommand({
          Bucket: stateBucket,
          Prefix: stateKey,
          MaxKeys: PAGE,
          ...(cursor && { KeyMarker: stateKey, VersionIdMarker: cursor }),
        }),
        { abortSignal: AbortSignal.timeout(TIMEOUT) },
      )
      .catch(error => {
        throw new StateUnreadableError(place, error);
      });
    // The lock beside the state has this key as its prefix, and comes after it.
    const ours = <T extends { Key?: string }>(all: T[] = []) =>
      all.filter(({ Key }) => Key === stateKey);
    const versions = ours(page.Versions).map(version =>
      toVersion(version, version.Size ?? 0, false),
    );
    const markers = ours(page.DeleteMarkers).map(marker =>
      toVersion(marker, 0, true),
    );
    const more = page.IsTruncated && page.NextKeyMarker === stateKey;
    return {
      items: [...versions, ...markers].sort(newestFirst),
      nextCursor: more ? page.NextVersionIdMarker : undefined,
    };
  }

  async readLock(place: StatePlace): Promise<StateLock | undefined> {
    const { stateBucket, stateKey, stateRegion } = place;
    try {
      const object = await this.client(stateRegion).send(
        new GetObjectCommand({
          Bucket: stateBucket,
          Key: `${stateKey}.tflock`,
        }),
        { abortSignal: AbortSignal.timeout(TIMEOUT) },
      );
      return parseStateLock((await object.Body?.transformToString()) ?? '');
    } catch (error) {
      if (error instanceof NoSuchKey) {
        return undefined;
      }
      throw new StateUnreadableError(place, error);
    }
  }

  async readVersion(place: StatePlace, versionId: string): Promise<string> {
    const { stateBucket, stateKey, stateRegion } = place;
    try {
      const object = await this.client(stateRegion).send(
        new GetObjectCommand({
          Bucket: stateBucket,
          Key: stateKey,
          VersionId: versionId,
        }),
        { abortSignal: AbortSignal.timeout(TIMEOUT) },
      );
      return (await object.Body?.transformToString()) ?? '';
    } catch (error) {
      if (error instanceof S3ServiceException && isNoVersion(error)) {
        throw new NotFoundError(
          `There is no version ${versionId} of this state`,
        );
      }
      throw new StateUnreadableError(place, error);
    }
  }

  private client(region: string): S3Client {
    const known = this.clients.get(region);
    const client = known ?? new S3Client({ region, maxAttempts: 2 });
    this.clients.set(region, client);
    return client;
  }
}

/** A delete marker can't be read either: S3 answers 405. */
function isNoVersion(error: S3ServiceException): boolean {
  const { httpStatusCode } = error.$metadata;
  return NO_VERSION.includes(error.name) || httpStatusCode === 405;
}

function toVersion(
  found: { VersionId?: string; LastModified?: Date; IsLatest?: boolean },
  size: number,
  isDeleted: boolean,
): StateObjectVersion {
  return {
    versionId: found.VersionId ?? 'null',
    modifiedAt: found.LastModified ?? new Date(0),
    size,
    isLatest: found.IsLatest ?? false,
    isDeleted,
  };
}

/** S3's times are whole seconds; within one, S3's own order stands. */
function newestFirst(a: StateObjectVersion, b: StateObjectVersion): number {
  return (
    Number(b.isLatest) - Number(a.isLatest) ||
    b.modifiedAt.getTime() - a.modifiedAt.getTime()
  );
}
