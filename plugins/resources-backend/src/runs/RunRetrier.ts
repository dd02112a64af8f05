import { InputError, NotAllowedError } from '@backstage/errors';
import {
  runCreatePermission,
  type RetryRunRequest,
  type StartedRun,
} from '@terrastage/plugin-resources-common';
import type { Caller } from '../access/Caller';
import { checkInputs } from '../bundles/checkInputs';
import type { ResourcesConfig } from '../config/ResourcesConfig';
import type { Database, Stores } from '../database/Stores';
import { ResourceConflictError } from '../http/ResourceConflictError';
import { hasState, type ResourceRecord } from '../inventory/ResourceRecord';
import { targetOf, type ResourceTarget } from '../inventory/ResourceTarget';
import { resolveUses } from '../relations/resolveUses';
import { usesOf } from '../relations/usesOf';
import type { StateRefresher } from '../supervisor/StateRefresher';
import { canonicalHash } from './canonicalHash';
import { explainActiveRun } from './explainActiveRun';
import { newRun } from './newRun';
import { retryRefusal } from './retryRefusal';
import type { RunRecord } from './RunRecord';
import type { RunService } from './RunService';
import type { RunStart, User } from './RunStart';

export interface RunRetrierOptions {
  database: Database;
  runs: RunService;
  runStart: RunStart;
  stateRefresher: StateRefresher;
  config: ResourcesConfig;
  now: () => Date;
}

/** Tries again what a run did not bring about. */
export class RunRetrier {
  constructor(private readonly options: RunRetrierOptions) {}

  /**
   * Starts a run for the same as an earlier one, with its files or with those that the template has now. What needed
   * a confirmation needs it again, since the plan is a new one.
   *
   * @throws RunNotFoundError, NotAllowedError, InputError where the values don't fit the current files,
   * ResourceConflictError where it can't be tried again or another run is active, UnprocessableError when the key
   * was used for another request.
   */
  async retry(
    id: string,
    request: RetryRunRequest,
    caller: Caller,
    key?: string,
  ): Promise<StartedRun> {
    const { database, runs, runStart, stateRefresher, config, now } =
      this.options;
    const { run: failed, resource: found } = await runs.find(id, caller);
    if (
      caller.type !== 'user' ||
      !caller.rights.may(runCreatePermission, found)
    ) {
      throw new NotAllowedError(
        'Only a user of the owner’s group may try a run again',
      );
    }
    if (request.bundle === 'current' && failed.operation !== 'apply') {
      throw new InputError(
        failed.operation === 'destroy'
          ? 'bundle: a destroy goes by the files that the resource was made from; try it again with the same'
          : `bundle: what was to ${failed.operation} is tried again with the same files`,
      );
    }
    await stateRefresher.refresh(found);
    const idempotency = {
      key,
      bodyHash: canonicalHash(['retry', id, request]),
    };
    return runStart
      .start(caller, idempotency, async (stores, runId) => {
        const resource = await stores.resources.lock(failed.resourceId);
        const refusal = retryRefusal(failed, resource);
        if (refusal) {
          throw new ResourceConflictError(refusal, {
            resourceId: resource.id,
            runId: resource.run?.id,
          });
        }
        const target =
          request.bundle === 'current'
            ? await currentTarget(stores, failed, resource, caller, config)
            : failed.target;
        const run: RunRecord = {
          ...newRun(runId, failed.operation, resource, caller.ref, now()),
          resourceStatusBefore: resource.status,
          bundleDigest: target?.bundleDigest ?? failed.bundleDigest,
          variables: target
            ? { ...target.inputs, ...target.filled }
            : failed.variables,
          searchOrphans: failed.searchOrphans,
          confirm:
            failed.confirm ||
            (request.bundle === 'current' && hasState(resource)),
          target,
          versionFrom:
            target && target.templateVersion !== resource.templateVersion
              ? resource.templateVersion
              : undefined,
          retryOf: failed.id,
        };
        return { run, resource };
      })
      .catch(explainActiveRun(database, failed.resourceId));
  }
}

async function currentTarget(
  stores: Stores,
  failed: RunRecord,
  resource: ResourceRecord,
  user: User,
  config: ResourcesConfig,
): Promise<ResourceTarget> {
  const skeleton = await stores.skeletons.get(resource.type);
  if (!skeleton || skeleton.manifest.retired) {
    throw new ResourceConflictError(
      skeleton?.manifest.retired
        ? `The template '${resource.type}' is retired: ${skeleton.manifest.retired.message}. Try again with the same files`
        : `There is no current version of the template '${resource.type}'; try again with the same files`,
      { resourceId: resource.id },
    );
  }
  const { manifest } = skeleton;
  const wanted = failed.target ?? targetOf(resource);
  const inputs = checkInputs(
    { ...resource, variables: wanted.inputs },
    manifest,
    config.environments[resource.environment]?.resourceTypes[resource.type],
  );
  const relations = await resolveUses(stores, {
    manifest,
    uses: usesOf(wanted.uses, manifest),
    environment: resource.environment,
    caller: user,
    owners: [...user.owners, resource.owner],
    variables: inputs,
  });
  return {
    ...wanted,
    ...relations,
    inputs,
    templateVersion: skeleton.version,
    templateCommit: skeleton.commit,
    bundleDigest: skeleton.bundleDigest,
    linkPatterns: manifest.links ?? [],
  };
}
