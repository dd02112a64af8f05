import { NotAllowedError } from '@backstage/errors';
import {
  compareVersions,
  runCreatePermission,
  type ChangeResourceRequest,
  type StartedRun,
  type Uses,
} from '@terrastage/plugin-resources-common';
import { readScope, type Caller } from '../access/Caller';
import type { BundleRecord } from '../bundles/BundleRecord';
import { checkInputs } from '../bundles/checkInputs';
import { readBundle } from '../bundles/readBundle';
import type { ResourcesConfig } from '../config/ResourcesConfig';
import type { Database } from '../database/Stores';
import { ResourceConflictError } from '../http/ResourceConflictError';
import { checkSameRange } from '../relations/checkSameRange';
import { resolveUses } from '../relations/resolveUses';
import { usesOf } from '../relations/usesOf';
import { canonicalHash } from '../runs/canonicalHash';
import { explainActiveRun } from '../runs/explainActiveRun';
import { newChange } from '../runs/newRun';
import type { Idempotency, RunStart, User } from '../runs/RunStart';
import { behindScaffolder } from './behindScaffolder';
import { checkChangeable, checkIdentity } from './checkChangeable';
import { checkRequest } from './checkRequest';
import { tagsOf } from './newResource';
import { ResourceNotFoundError } from './ResourceNotFoundError';
import type { ResourceRecord } from './ResourceRecord';
import { targetOf, type ResourceTarget } from './ResourceTarget';

export interface ResourceChangerOptions {
  database: Database;
  runStart: RunStart;
  config: ResourcesConfig;
  now: () => Date;
}

interface PlannedChange {
  idempotency: Idempotency;
  /** What it is to be built on. */
  uses?: Uses;
  target: Omit<ResourceTarget, 'uses' | 'filled'>;
}

/** Has changes of resources planned, which are applied when somebody has confirmed the plan. */
export class ResourceChanger {
  constructor(private readonly options: ResourceChangerOptions) {}

  /**
   * Plans a resource with other values, and with the files that the template has now. Where the template is retired,
   * the resource keeps its own files.
   *
   * @throws ResourceNotFoundError, NotAllowedError unless the scaffolder asks on behalf of a user of the owner's
   * group, InputError naming the field, ResourceConflictError when a run is active or nothing may change it,
   * UnprocessableError when the key was used for another request.
   */
  async change(
    id: string,
    request: ChangeResourceRequest,
    caller: Caller,
    key?: string,
  ): Promise<StartedRun> {
    const { config, now } = this.options;
    const found = await this.find(id, caller);
    const user = behindScaffolder(caller);
    checkIdentity(request, found);
    const environment = checkRequest(request, config, now());
    const bundle = await this.bundleFor(found, readBundle(request.bundle));
    const inputs = checkInputs(
      request,
      bundle.manifest,
      environment.resourceTypes[found.type],
    );
    checkSameRange(found, bundle.manifest, inputs);
    const kept = bundle.digest === found.bundleDigest;
    return this.start(user, found, bundle, {
      idempotency: {
        key,
        bodyHash: canonicalHash([
          'change',
          id,
          { ...request, bundle: bundle.digest },
        ]),
      },
      uses: request.uses,
      target: {
        description: request.description,
        costCenter: request.costCenter,
        system: request.system,
        templateRef: request.templateRef ?? found.templateRef,
        templateVersion: bundle.manifest.version,
        templateCommit: kept
          ? found.templateCommit ?? request.templateCommit
          : request.templateCommit,
        bundleDigest: bundle.digest,
        inputs,
        parameters: request.parameters ?? found.parameters,
        tags: tagsOf({ ...found, costCenter: request.costCenter }),
        linkPatterns: bundle.manifest.links ?? [],
      },
    });
  }

  /**
   * Plans a resource with its present values and the current version of its template.
   *
   * @throws as {@link change}, and ResourceConflictError where there is no newer version.
   */
  async upgrade(id: string, caller: Caller, key?: string): Promise<StartedRun> {
    const { database, config } = this.options;
    const found = await this.find(id, caller);
    const skeleton = await database.stores.skeletons.get(found.type);
    const about = { resourceId: id };
    if (!skeleton) {
      throw new ResourceConflictError(
        `There is no current version of the template '${found.type}': it was not published, or is no longer there`,
        about,
      );
    }
    if (skeleton.manifest.retired) {
      throw new ResourceConflictError(
        `The template '${found.type}' is retired: ${skeleton.manifest.retired.message}. The resource keeps its version`,
        about,
      );
    }
    if (compareVersions(skeleton.version, found.templateVersion) <= 0) {
      throw new ResourceConflictError(
        `It has version ${found.templateVersion} already; the newest is ${skeleton.version}`,
        about,
      );
    }
    const bundle = await database.stores.bundles.get(skeleton.bundleDigest);
    if (!bundle || caller.type !== 'user') {
      throw new ResourceConflictError(
        `The files of version ${skeleton.version} are no longer kept; try again in a minute`,
        about,
      );
    }
    const inputs = checkInputs(
      { ...found, variables: found.inputs },
      bundle.manifest,
      config.environments[found.environment]?.resourceTypes[found.type],
    );
    return this.start(caller, found, bundle, {
      idempotency: {
        key,
        bodyHash: canonicalHash(['upgrade', id, bundle.digest]),
      },
      uses: usesOf(found.uses, bundle.manifest),
      target: {
        ...targetOf(found),
        templateVersion: skeleton.version,
        templateCommit: skeleton.commit,
        bundleDigest: bundle.digest,
        inputs,
        linkPatterns: bundle.manifest.links ?? [],
      },
    });
  }

  private async find(id: string, caller: Caller): Promise<ResourceRecord> {
    const { resources } = this.options.database.stores;
    const found = await resources.get(id, readScope(caller));
    if (!found) {
      throw new ResourceNotFoundError();
    }
    if (!caller.rights.may(runCreatePermission, found)) {
      throw new NotAllowedError(
        'Only a user of the owner’s group may change a resource',
      );
    }
    return found;
  }

  private async bundleFor(
    resource: ResourceRecord,
    current: BundleRecord,
  ): Promise<BundleRecord> {
    if (!current.manifest.retired) {
      return current;
    }
    const own = await this.options.database.stores.bundles.get(
      resource.bundleDigest,
    );
    if (!own) {
      throw new ResourceConflictError(
        `The template is retired (${current.manifest.retired.message}), and the files that the resource was made from are no longer kept`,
        { resourceId: resource.id },
      );
    }
    return own;
  }

  private start(
    user: User,
    found: ResourceRecord,
    bundle: BundleRecord,
    given: PlannedChange,
  ): Promise<StartedRun> {
    const { database, runStart, now } = this.options;
    return runStart
      .start(user, given.idempotency, async (stores, runId) => {
        const resource = await stores.resources.lock(found.id);
        checkChangeable(resource);
        const relations = await resolveUses(stores, {
          manifest: bundle.manifest,
          uses: given.uses,
          environment: resource.environment,
          caller: user,
          owners: [...user.owners, resource.owner],
          variables: given.target.inputs,
        });
        await stores.bundles.put(bundle, now());
        const run = newChange(
          runId,
          resource,
          { ...given.target, ...relations },
          user.ref,
          now(),
        );
        return { run, resource };
      })
      .catch(explainActiveRun(database, found.id));
  }
}
