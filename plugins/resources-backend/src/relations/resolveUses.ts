import { InputError } from '@backstage/errors';
import {
  resourceEntityRef,
  resourceReadPermission,
  type Manifest,
  type ResourceUse,
  type Uses,
} from '@terrastage/plugin-resources-common';
import type { JsonValue } from '@terrastage/terraform-runner/protocol';
import type { Caller } from '../access/Caller';
import type { Stores } from '../database/Stores';
import { ResourceConflictError } from '../http/ResourceConflictError';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import { checkChoices } from './checkChoices';
import { checkOutputs } from './checkOutputs';
import { checkShared } from './checkShared';
import { fillVariables } from './fillVariables';
import { readUses, type GivenUse } from './readUses';

export interface UsesRequest {
  readonly manifest: Manifest;
  /** What the request says. */
  readonly uses?: Uses;
  /** Of the resource that is built on them. */
  readonly environment: string;
  /** Only what they may see may be used. */
  readonly caller: Caller;
  /** Only what one of these owns may be used: the caller, its groups, the owner of what is changed. */
  readonly owners: readonly string[];
  /** Of the request, with the manifest's defaults. */
  readonly variables: Record<string, JsonValue>;
}

export interface ResolvedUses {
  readonly uses: readonly ResourceUse[];
  /** Variables that they fill. */
  readonly filled: Record<string, JsonValue>;
}

/**
 * Finds what a request is built on and takes the variables from its outputs. The resources are held to the end of
 * the transaction: a destroy of one of them either came before, and is seen here, or comes after and sees the new
 * relation.
 *
 * @throws InputError with the path of what cannot be used, ResourceConflictError for what cannot be used now.
 */
export async function resolveUses(
  stores: Pick<Stores, 'resources'>,
  request: UsesRequest,
): Promise<ResolvedUses> {
  const given = readUses(request.manifest, request.uses);
  const keys = given.flatMap(use => use.given.map(({ key }) => key));
  if (keys.length === 0) {
    return { uses: [], filled: {} };
  }
  const held = await stores.resources.hold(keys);
  const found = given.map(use => ({
    ...use,
    resources: findAll(use, held, request),
  }));
  const uses: ResourceUse[] = [];
  const filled: Record<string, JsonValue> = {};
  for (const use of found) {
    const { resources } = use;
    checkShared(use, found);
    Object.assign(filled, fillVariables(use.use, resources));
    resources.forEach(({ resource, path }) => {
      checkOutputs(use.use, resource, path);
      checkChoices(use.use, resource, request.variables, request.manifest);
    });
    uses.push(
      ...resources.map(({ resource }) => ({
        relation: use.relation,
        id: resource.id,
        name: resource.name,
        type: resource.type,
        entityRef: resourceEntityRef(resource),
      })),
    );
  }
  return { uses, filled };
}

/** A resource that a request names, and where it does. */
export interface NamedResource {
  readonly path: string;
  readonly resource: ResourceRecord;
}

function findAll(
  { use, given }: GivenUse,
  held: readonly ResourceRecord[],
  { environment, owners, caller }: UsesRequest,
): NamedResource[] {
  const seen = new Set<string>();
  return given.map(({ path, ref }) => {
    const resource = held.find(
      candidate =>
        (candidate.id === ref || resourceEntityRef(candidate) === ref) &&
        owners.includes(candidate.owner) &&
        caller.rights.may(resourceReadPermission, candidate),
    );
    if (!resource) {
      throw new InputError(
        `${path}: there is no resource ${ref}, or it is not of your teams`,
      );
    }
    const name = `${resource.type} '${resource.name}'`;
    if (resource.type !== use.type) {
      throw new InputError(`${path}: ${name} is not of type ${use.type}`);
    }
    if (resource.environment !== environment) {
      throw new InputError(
        `${path}: ${name} is in ${resource.environment}, not in ${environment}`,
      );
    }
    if (seen.has(resource.id)) {
      throw new InputError(`${path}: ${name} is there twice`);
    }
    seen.add(resource.id);
    if (resource.status !== 'active') {
      throw new ResourceConflictError(
        `${path}: ${name} is ${resource.status}; only an active one can be used`,
        { resourceId: resource.id, runId: resource.run?.id },
      );
    }
    return { path, resource };
  });
}
