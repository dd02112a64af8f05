import type {
  Options,
  ResourceDetail,
  ResourceFacets,
  ResourcePage,
  ResourceQuery,
} from '@terrastage/plugin-resources-common';
import { readScope, type Caller } from '../access/Caller';
import { narrowed, ownedBy, type Scope } from '../access/Scope';
import type { ResourcesConfig } from '../config/ResourcesConfig';
import type { Database } from '../database/Stores';
import { decodeCursor } from './cursor';
import { ResourceNotFoundError } from './ResourceNotFoundError';
import { resourceDetail, resourceView } from './resourceView';

export interface InventoryServiceOptions {
  database: Database;
  config: ResourcesConfig;
}

/** What a caller may read of the inventory. */
export class InventoryService {
  constructor(private readonly options: InventoryServiceOptions) {}

  /** @throws InputError for a cursor that isn't one of this list. */
  async list(query: ResourceQuery, caller: Caller): Promise<ResourcePage> {
    const { owner, type, environment, status, q, sort, order, limit } = query;
    const { resources, skeletons } = this.options.database.stores;
    const [{ items, ...page }, versions] = await Promise.all([
      resources.list({
        scope: scopeOf(caller, query.mine),
        filter: { owner, type, environment, status, q },
        sort,
        order,
        limit,
        cursor:
          query.cursor === undefined
            ? undefined
            : decodeCursor(query.cursor, { sort, order }),
      }),
      skeletons.versions(),
    ]);
    return {
      items: items.map(item => resourceView(item, versions.get(item.type))),
      ...page,
    };
  }

  facets(mine: boolean | undefined, caller: Caller): Promise<ResourceFacets> {
    return this.options.database.stores.resources.facets(scopeOf(caller, mine));
  }

  /** @throws ResourceNotFoundError */
  async get(id: string, caller: Caller): Promise<ResourceDetail> {
    const { resources, skeletons } = this.options.database.stores;
    const resource = await resources.get(id, readScope(caller));
    if (!resource) {
      throw new ResourceNotFoundError();
    }
    const [dependents, skeleton] = await Promise.all([
      resources.listDependents(id),
      skeletons.get(resource.type),
    ]);
    return resourceDetail(resource, caller, dependents, skeleton);
  }

  async listOptions(caller: Caller): Promise<Options> {
    const { config, database } = this.options;
    const { environments, costCenters } = config;
    return {
      types: await database.stores.skeletons.titles(),
      environments: Object.entries(environments).map(
        ([
          name,
          { title = name, region, account, resourceTypes, lifetime },
        ]) => ({
          name,
          title,
          region,
          account,
          resourceTypes,
          lifetime: {
            defaultDays: inDays(lifetime.default ?? lifetime.maximum),
            maximumDays: inDays(lifetime.maximum),
          },
        }),
      ),
      costCenters: costCenters.map(({ name, title = name }) => ({
        name,
        title,
      })),
      owners: caller.type === 'user' ? [...caller.owners] : [],
      admin: readScope(caller).all,
    };
  }
}

function inDays(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 86_400_000;
}

/** "Mine" is what the credentials own, for an admin too; a service owns nothing. */
function scopeOf(caller: Caller, mine: boolean | undefined): Scope {
  const readable = readScope(caller);
  if (!mine) {
    return readable;
  }
  const own = ownedBy(caller.type === 'user' ? caller.owners : []);
  return narrowed(readable, own);
}
