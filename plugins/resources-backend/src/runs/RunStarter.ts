import { NotAllowedError } from '@backstage/errors';
import type {
  CreateResourceRequest,
  DestroyResourceRequest,
  RunOperation,
  StartedRun,
} from '@terrastage/plugin-resources-common';
import {
  everything,
  mayDestroy,
  readScope,
  SCAFFOLDER,
  type Caller,
} from '../access/Caller';
import { checkInputs } from '../bundles/checkInputs';
import { readBundle } from '../bundles/readBundle';
import type { ResourcesConfig } from '../config/ResourcesConfig';
import type { Database, Stores } from '../database/Stores';
import { UnprocessableError } from '../http/HttpErrors';
import { ResourceConflictError } from '../http/ResourceConflictError';
import { InputError } from '@backstage/errors';
import { newResource } from '../inventory/newResource';
import { ResourceNotFoundError } from '../inventory/ResourceNotFoundError';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import { NameTakenError, ShortIdTakenError } from '../inventory/ResourceStore';
import { resourceDetail } from '../inventory/resourceView';
import type { StateRefresher } from '../supervisor/StateRefresher';
import { canonicalHash } from './canonicalHash';
import { checkRequest } from './checkRequest';
import type { RunChanges } from './RunChanges';
import type { RunRecord } from './RunRecord';
import { ActiveRunError } from './RunStore';
import { runView } from './runView';

const SHORT_ID_TRIES = 5;

export interface RunStarterOptions {
  database: Database;
  changes: RunChanges;
  config: ResourcesConfig;
  stateRefresher: StateRefresher;
  now: () => Date;
  newId: () => string;
  /** Six characters. */
  newShortId: () => string;
}

type User = Extract<Caller, { type: 'user' }>;

/** What asks for a run a second time: the same key with the same request. */
interface Idempotency {
  readonly key?: string;
  readonly bodyHash: string;
}

/** Everything that starts a run. */
export class RunStarter {
  constructor(private readonly options: RunStarterOptions) {}

  /**
   * Starts to make a resource (`apply`), or plans what that would do and makes nothing (`plan`).
   *
   * @throws NotAllowedError unless the scaffolder asks on behalf of a user who is in the owner's group, InputError
   * naming the field, ResourceConflictError when the name is taken, UnprocessableError when the key was used for
   * another request.
   */
  async create(
    operation: Extract<RunOperation, 'apply' | 'plan'>,
    request: CreateResourceRequest,
    caller: Caller,
    key?: string,
  ): Promise<StartedRun> {
    const { config, now, newId, newShortId } = this.options;
    const user = behindScaffolder(caller);
    const time = now();
    const { owner, environment } = checkRequest(request, user, config, time);
    const bundle = readBundle(request.bundle);
    checkInputs(request, bundle.manifest);
    const idempotency = {
      key,
      bodyHash: canonicalHash([
        operation,
        { ...request, bundle: bundle.digest },
      ]),
    };

    const attempt = async () => {
      const resource = newResource({
        id: newId(),
        shortId: newShortId(),
        request,
        owner,
        createdBy: user.ref,
        environment,
        manifest: bundle.manifest,
        bundleDigest: bundle.digest,
        status: operation === 'plan' ? 'draft' : 'creating',
        now: time,
      });
      return this.start(user, idempotency, async (stores, runId) => {
        if (
          operation === 'plan' &&
          (await stores.resources.findLive(resource))
        ) {
          // The index leaves drafts alone; but a plan is to say what the real thing would say.
          throw new NameTakenError(resource.name);
        }
        await stores.bundles.put(bundle, time);
        await stores.resources.insert(resource);
        const run = newRun(runId, operation, resource, user.ref, time);
        return { run, resource };
      });
    };
    return this.withFreshShortId(attempt).catch(async error => {
      throw error instanceof NameTakenError
        ? await this.nameTaken(request, caller, error)
        : error;
    });
  }

  /**
   * Starts to destroy a resource, by the files and values that it was last applied with.
   *
   * @throws ResourceNotFoundError, NotAllowedError, InputError when the confirmed name is another,
   * ResourceConflictError when a run is active or there is nothing to destroy, UnprocessableError as above.
   */
  async destroy(
    id: string,
    request: DestroyResourceRequest,
    caller: Caller,
    key?: string,
  ): Promise<StartedRun> {
    const { database, now, stateRefresher } = this.options;
    const found = await database.stores.resources.get(id, readScope(caller));
    if (!found) {
      throw new ResourceNotFoundError();
    }
    if (caller.type !== 'user' || !mayDestroy(caller, found.owner)) {
      throw new NotAllowedError(
        'Only a user of the owner’s group may destroy a resource',
      );
    }
    if (
      request.confirmName !== undefined &&
      request.confirmName !== found.name
    ) {
      throw new InputError(`confirmName: is not the name of the resource`);
    }
    await stateRefresher.refresh(found);
    const idempotency = {
      key,
      bodyHash: canonicalHash(['destroy', id, request]),
    };
    return this.start(caller, idempotency, async (stores, runId) => {
      const resource = await stores.resources.lock(id);
      checkDestroyable(resource);
      const applied = await stores.runs.findLastApply(id);
      const run = {
        ...newRun(runId, 'destroy', resource, caller.ref, now()),
        resourceStatusBefore: resource.status,
        bundleDigest: applied?.bundleDigest ?? resource.bundleDigest,
        variables: applied?.variables ?? resource.inputs,
        // What a lost runner made may be in no state: only the tags know.
        searchOrphans: resource.status === 'needs_attention',
      };
      return { run, resource };
    }).catch(async error => {
      throw error instanceof ActiveRunError
        ? await this.runActive(id, error)
        : error;
    });
  }

  private async start(
    user: User,
    { key, bodyHash }: Idempotency,
    make: (
      stores: Stores,
      runId: string,
    ) => Promise<{ run: RunRecord; resource: ResourceRecord }>,
  ): Promise<StartedRun> {
    const { database, changes, now, newId } = this.options;
    const runId = newId();
    const earlier = await database.transaction(async stores => {
      if (key !== undefined) {
        const taken = await stores.idempotency.take(
          { requestedBy: user.ref, key, bodyHash, runId },
          now(),
        );
        if (taken) {
          return taken;
        }
      }
      const { run, resource } = await make(stores, runId);
      await changes.start(stores, run, resource);
      return undefined;
    });
    if (earlier && earlier.bodyHash !== bodyHash) {
      throw new UnprocessableError(
        `Idempotency-Key: '${key}' was used for another request`,
      );
    }
    const started = await this.read(earlier?.runId ?? runId);
    if (!earlier) {
      changes.announce(started.run);
    }
    return this.view(started, user);
  }

  private async read(runId: string) {
    const { runs, resources } = this.options.database.stores;
    const run = await runs.get(runId);
    const resource = run && (await resources.get(run.resourceId, everything));
    if (!run || !resource) {
      throw new ResourceConflictError(
        'What this Idempotency-Key started is no longer kept; use another key',
      );
    }
    return { run, resource };
  }

  private async view(
    { run, resource }: { run: RunRecord; resource: ResourceRecord },
    caller: Caller,
  ): Promise<StartedRun> {
    const queue = await this.options.database.stores.runs.queuePositions();
    return {
      resource: resourceDetail(resource, caller),
      run: runView(run, {
        resource,
        caller,
        queuePosition: queue.get(run.id),
      }),
    };
  }

  private async withFreshShortId<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof ShortIdTakenError) || tries >= SHORT_ID_TRIES) {
          throw error;
        }
      }
    }
  }

  private async nameTaken(
    request: CreateResourceRequest,
    caller: Caller,
    cause: Error,
  ): Promise<Error> {
    const { resources } = this.options.database.stores;
    const holder = await resources.findLive(request);
    const visible =
      holder && (await resources.get(holder.id, readScope(caller)));
    const taken = `name: there is a ${request.type} '${request.name}' in ${request.environment} already`;
    return Object.assign(
      visible
        ? new ResourceConflictError(`${taken}: ${visible.id}`, {
            resourceId: visible.id,
            runId: visible.run?.id,
          })
        : new ResourceConflictError(`${taken}; choose another name`),
      { cause },
    );
  }

  private async runActive(resourceId: string, cause: Error): Promise<Error> {
    const active = await this.options.database.stores.runs.findActive(
      resourceId,
    );
    return Object.assign(
      new ResourceConflictError(
        active
          ? `Run ${active.id} (${active.operation}, ${active.status}) of this resource is active; wait for its end or cancel it`
          : 'A run of this resource was active just now; try again',
        { resourceId, runId: active?.id },
      ),
      { cause },
    );
  }
}

/**
 * Forms are the scaffolder's: nobody else may have a resource made, so that every one comes from a template. The
 * subject is Backstage's own name for the plugin, taken from a token that the plugin signed.
 */
function behindScaffolder(caller: Caller): User {
  if (caller.type !== 'user' || caller.via !== SCAFFOLDER) {
    throw new NotAllowedError(
      'Resources are made by templates: only the scaffolder may ask for one, on behalf of a user',
    );
  }
  return caller;
}

function checkDestroyable(resource: ResourceRecord): void {
  if (resource.status === 'draft') {
    throw new ResourceConflictError('It was only planned, never made', {
      resourceId: resource.id,
    });
  }
  if (resource.status === 'deleted') {
    throw new ResourceConflictError('It was destroyed before', {
      resourceId: resource.id,
      runId: resource.run?.id,
    });
  }
}

function newRun(
  id: string,
  operation: RunOperation,
  resource: ResourceRecord,
  requestedBy: string,
  createdAt: Date,
): RunRecord {
  return {
    id,
    resourceId: resource.id,
    operation,
    status: 'pending',
    attempt: 0,
    requestedBy,
    owner: resource.owner,
    bundleDigest: resource.bundleDigest,
    variables: resource.inputs,
    searchOrphans: false,
    applyStarted: false,
    steps: [],
    eventSeq: 0,
    createdAt,
  };
}
