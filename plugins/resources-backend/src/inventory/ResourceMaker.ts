import { InputError } from '@backstage/errors';
import type {
  CreateResourceRequest,
  RunOperation,
  StartedRun,
} from '@terrastage/plugin-resources-common';
import { readScope, type Caller } from '../access/Caller';
import { checkAdoptable } from '../adoption/checkAdoptable';
import { checkUnmanaged } from '../adoption/checkUnmanaged';
import { resolveUses } from '../relations/resolveUses';
import { checkInputs } from '../bundles/checkInputs';
import { readBundle } from '../bundles/readBundle';
import type { ResourcesConfig } from '../config/ResourcesConfig';
import type { Database } from '../database/Stores';
import { ResourceConflictError } from '../http/ResourceConflictError';
import { canonicalHash } from '../runs/canonicalHash';
import { newRun } from '../runs/newRun';
import type { RunStart } from '../runs/RunStart';
import { behindScaffolder } from './behindScaffolder';
import { checkNotRetired } from './checkNotRetired';
import { checkOwner } from './checkOwner';
import { checkRequest } from './checkRequest';
import { newResource } from './newResource';
import {
  AdoptedTwiceError,
  NameTakenError,
  ShortIdTakenError,
} from './ResourceStore';

const SHORT_ID_TRIES = 5;

export interface ResourceMakerOptions {
  database: Database;
  runStart: RunStart;
  config: ResourcesConfig;
  now: () => Date;
  newId: () => string;
  /** Six characters. */
  newShortId: () => string;
}

/** Has resources made, or only planned. */
export class ResourceMaker {
  constructor(private readonly options: ResourceMakerOptions) {}

  /**
   * Starts to make a resource or to adopt it (`apply`), or plans what that would do and makes nothing (`plan`).
   *
   * @throws NotAllowedError unless the scaffolder asks on behalf of a user who is in the owner's group, InputError
   * naming the field, ResourceConflictError when the name is taken or what is
   * to be adopted is managed already, UnprocessableError when the template is retired
   * or the key was used for another request.
   */
  async make(
    operation: Extract<RunOperation, 'apply' | 'plan'>,
    request: CreateResourceRequest,
    caller: Caller,
    key?: string,
  ): Promise<StartedRun> {
    const { runStart, config, now, newId, newShortId } = this.options;
    const user = behindScaffolder(caller);
    const time = now();
    const environment = checkRequest(request, config, time);
    const owner = checkOwner(request, user);
    const bundle = readBundle(request.bundle);
    checkNotRetired(bundle.manifest);
    const variables = checkInputs(
      request,
      bundle.manifest,
      environment.resourceTypes[bundle.manifest.type],
    );
    if (operation === 'plan' && request.adopt) {
      throw new InputError(
        'adopt: has no dry run; its plan waits for a confirmation anyway',
      );
    }
    checkAdoptable(request, bundle.manifest, variables, config);
    const idempotency = {
      key,
      bodyHash: canonicalHash([
        operation,
        { ...request, bundle: bundle.digest },
      ]),
    };

    const attempt = async () => {
      const id = newId();
      return runStart.start(user, idempotency, async (stores, runId) => {
        const relations = await resolveUses(stores, {
          manifest: bundle.manifest,
          uses: request.uses,
          environment: request.environment,
          caller: user,
          owners: user.owners,
          variables,
        });
        const resource = newResource({
          id,
          shortId: newShortId(),
          request,
          variables,
          relations,
          owner,
          createdBy: user.ref,
          environment,
          manifest: bundle.manifest,
          bundleDigest: bundle.digest,
          status: operation === 'plan' ? 'draft' : 'creating',
          now: time,
        });
        if (
          operation === 'plan' &&
          (await stores.resources.findLive(resource))
        ) {
          // The index leaves drafts alone; but a plan is to say what the real thing would say.
          throw new NameTakenError(resource.name);
        }
        await checkUnmanaged(stores, resource, bundle.manifest, user);
        await stores.bundles.put(bundle, time);
        await stores.resources.insert(resource);
        const run = newRun(
          runId,
          request.adopt ? 'adopt' : operation,
          resource,
          user.ref,
          time,
        );
        return { run, resource };
      });
    };
    return this.withFreshShortId(attempt).catch(async error => {
      if (error instanceof AdoptedTwiceError) {
        // Two asked at once; the other is not to be seen from within the transaction that failed.
        throw new ResourceConflictError(
          `adopt.id: '${request.adopt?.id}' is managed already`,
          {},
        );
      }
      throw error instanceof NameTakenError
        ? await this.nameTaken(request, caller, error)
        : error;
    });
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
}
