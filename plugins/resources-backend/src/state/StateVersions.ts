import { InputError } from '@backstage/errors';
import type {
  StateComparison,
  StateVersion,
  StateVersionPage,
} from '@terrastage/plugin-resources-common';
import { readScope, type Caller } from '../access/Caller';
import type { Database } from '../database/Stores';
import { ResourceNotFoundError } from '../inventory/ResourceNotFoundError';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import type { RunRecord } from '../runs/RunRecord';
import { compareStates } from './compareStates';
import { describeState, type StateDescription } from './describeState';
import { parseStateFile } from './parseStateFile';
import { runOfVersion } from './runOfVersion';
import type { StateBucket, StateObjectVersion } from './StateBucket';
import type { StateFile } from './StateFile';

/** Versions never change, so what was read once is kept. */
const MAX_KEPT = 1_000;
/** Bytes; a larger object is not read for a list. */
const MAX_SIZE = 20 * 1024 * 1024;

export interface StateVersionsOptions {
  database: Database;
  bucket: StateBucket;
}

/** Versions of the states of resources that a caller may read. */
export class StateVersions {
  private readonly described = new Map<string, StateDescription>();

  constructor(private readonly options: StateVersionsOptions) {}

  /** @throws ResourceNotFoundError, StateUnreadableError when the bucket can't be read. */
  async list(
    resourceId: string,
    caller: Caller,
    cursor?: string,
  ): Promise<StateVersionPage> {
    const { database, bucket } = this.options;
    const resource = await this.find(resourceId, caller);
    const [{ items, nextCursor }, runs] = await Promise.all([
      bucket.listVersions(resource, cursor),
      database.stores.runs.listOfResource(resourceId),
    ]);
    return {
      items: await Promise.all(
        items.map((version, index) => {
          const older = items.slice(index + 1).map(each => each.versionId);
          return this.view(
            resource,
            version,
            // What came after the version that a run left is not that run's, though it be of the same second.
            runs.filter(
              ({ stateVersionId: left }) => !left || !older.includes(left),
            ),
          );
        }),
      ),
      nextCursor,
    };
  }

  /**
   * @throws ResourceNotFoundError, NotFoundError for a version that isn't there, InputError for one that is no state,
   * StateUnreadableError when the bucket can't be read.
   */
  async compare(
    resourceId: string,
    { from, to }: { from: string; to: string },
    caller: Caller,
  ): Promise<StateComparison> {
    const resource = await this.find(resourceId, caller);
    const [before, after] = await Promise.all([
      this.read(resource, from, 'from'),
      this.read(resource, to, 'to'),
    ]);
    const { serial, lineage } = before;
    return {
      from: { versionId: from, serial, lineage },
      to: { versionId: to, serial: after.serial, lineage: after.lineage },
      sameLineage: lineage === after.lineage,
      ...compareStates(before, after),
    };
  }

  private async find(id: string, caller: Caller): Promise<ResourceRecord> {
    const { resources } = this.options.database.stores;
    const resource = await resources.get(id, readScope(caller));
    if (!resource) {
      throw new ResourceNotFoundError();
    }
    return resource;
  }

  private async read(
    resource: ResourceRecord,
    versionId: string,
    field: string,
  ): Promise<StateFile> {
    const text = await this.options.bucket.readVersion(resource, versionId);
    try {
      return parseStateFile(text);
    } catch (error) {
      throw Object.assign(
        new InputError(
          `${field}: version ${versionId} is not a Terraform state that the portal can read, so there is nothing to compare`,
        ),
        { cause: error },
      );
    }
  }

  private async view(
    resource: ResourceRecord,
    version: StateObjectVersion,
    runs: readonly RunRecord[],
  ): Promise<StateVersion> {
    const { versionId, modifiedAt, size, isLatest } = version;
    const run = runOfVersion(version, runs);
    return {
      versionId,
      modifiedAt: modifiedAt.toISOString(),
      size,
      current: isLatest,
      ...(await this.describe(resource, version)),
      run: run && { id: run.id, operation: run.operation, status: run.status },
    };
  }

  private async describe(
    resource: ResourceRecord,
    version: StateObjectVersion,
  ): Promise<StateDescription> {
    if (version.isDeleted || version.size > MAX_SIZE) {
      return { kind: version.isDeleted ? 'deleted' : 'unreadable' };
    }
    const { versionId } = version;
    // A bucket without versions calls every object `null`.
    const key =
      versionId === 'null'
        ? undefined
        : `${resource.stateBucket}/${resource.stateKey}@${versionId}`;
    const known = key && this.described.get(key);
    if (known) {
      return known;
    }
    const { bucket } = this.options;
    const found = describeState(await bucket.readVersion(resource, versionId));
    if (key) {
      this.keep(key, found);
    }
    return found;
  }

  private keep(key: string, description: StateDescription): void {
    if (this.described.size >= MAX_KEPT) {
      this.described.delete([...this.described.keys()][0]);
    }
    this.described.set(key, description);
  }
}
