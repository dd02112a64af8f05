import {
  activeRunStatuses,
  type ResourceFacets,
  type ResourceStatus,
} from '@terrastage/plugin-resources-common';
import type { Knex } from 'knex';
import type { Scope } from '../access/Scope';
import { updateEach, withJson } from '../database/columns';
import { isUniqueViolation } from '../database/isUniqueViolation';
import { listResources } from './listResources';
import type { ListQuery } from './ListQuery';
import type {
  ResourceListItem,
  ResourcePatch,
  ResourceRecord,
} from './ResourceRecord';
import {
  AdoptedTwiceError,
  NameTakenError,
  ShortIdTakenError,
  type ManagedThing,
  type ResourceKey,
  type ResourceListPage,
  type ResourceStore,
} from './ResourceStore';
import {
  fromListRow,
  fromResourceRow,
  listColumns,
  toPatchRow,
  toResourceRow,
  type ResourceListRow,
  type ResourceRow,
} from './rows';
import { scopeSql } from './scopeSql';

const facetNames = ['type', 'environment', 'owner', 'status'] as const;

type FacetRow = { [name in (typeof facetNames)[number]]: string | null } & {
  count: number;
};

export class DatabaseResourceStore implements ResourceStore {
  constructor(private readonly knex: Knex) {}

  async insert(resource: ResourceRecord): Promise<void> {
    try {
      await this.knex('resources').insert(withJson(toResourceRow(resource)));
    } catch (error) {
      if (isUniqueViolation(error, 'resources_live_name_unique')) {
        throw new NameTakenError(resource.name, { cause: error });
      }
      if (isUniqueViolation(error, 'resources_adopted_unique')) {
        throw new AdoptedTwiceError(resource.adoptedId, { cause: error });
      }
      if (isUniqueViolation(error, 'resources_short_id_unique')) {
        throw new ShortIdTakenError(resource.shortId, { cause: error });
      }
      throw error;
    }
  }

  async get(id: string, scope: Scope): Promise<ResourceRecord | undefined> {
    const query = this.knex<ResourceRow>('resources').where({ id });
    if (!scope.all) {
      const { sql, bindings } = scopeSql(scope);
      query.whereRaw(sql, bindings);
    }
    const row = await query.first();
    return row && fromResourceRow(row as ResourceRow);
  }

  async lock(id: string): Promise<ResourceRecord> {
    const row = await this.knex<ResourceRow>('resources')
      .where({ id })
      .forUpdate()
      .first();
    if (!row) {
      throw new Error(`Resource ${id} is not in the inventory`);
    }
    return fromResourceRow(row as ResourceRow);
  }

  async lockEach(ids: readonly string[]): Promise<Map<string, ResourceRecord>> {
    const rows: ResourceRow[] = await this.knex('resources')
      .whereIn('id', ids)
      .orderBy('id')
      .forUpdate();
    return new Map(rows.map(row => [row.id, fromResourceRow(row)]));
  }

  async hold(keys: readonly ResourceKey[]): Promise<ResourceRecord[]> {
    const ids = keys.flatMap(key => ('id' in key ? [key.id] : []));
    const shortIds = keys.flatMap(key =>
      'shortId' in key ? [key.shortId] : [],
    );
    const rows = await this.knex<ResourceRow>('resources')
      .where(either =>
        either.whereIn('id', ids).orWhereIn('short_id', shortIds),
      )
      .orderBy('id')
      .forShare();
    return rows.map(row => fromResourceRow(row as ResourceRow));
  }

  async listDependents(id: string): Promise<ResourceListItem[]> {
    const rows = await this.knex<ResourceListRow>('resources')
      .select(...listColumns)
      .whereRaw(
        `id IN (
          SELECT id FROM resources WHERE listed AND uses @> :use::jsonb
          UNION SELECT resource_id FROM runs
          WHERE status = ANY(:active) AND target -> 'uses' @> :use::jsonb)`,
        { use: JSON.stringify([{ id }]), active: [...activeRunStatuses] },
      )
      .orderBy(['created_at', 'id']);
    return rows.map(fromListRow);
  }

  async listOverlapping(
    resource: Pick<ResourceRecord, 'id' | 'account' | 'networkRange'>,
  ): Promise<ResourceRecord[]> {
    const { id, account, networkRange } = resource;
    // An index cannot refuse an overlap in one account without an extension, which a managed database may not have.
    await this.knex.raw(
      `SELECT pg_advisory_xact_lock(hashtext('network-range'), hashtext(?))`,
      [account],
    );
    const rows = await this.knex<ResourceRow>('resources')
      .where({ account })
      .whereNot({ id })
      .whereRaw('listed AND network_range && ?::cidr', [networkRange ?? null])
      .whereRaw(`NOT (status = 'failed' AND managed = '[]')`)
      .orderBy('created_at');
    return rows.map(row => fromResourceRow(row as ResourceRow));
  }

  async update(
    id: string,
    patch: ResourcePatch,
    updatedAt: Date,
  ): Promise<void> {
    await this.knex('resources')
      .where({ id })
      .update(withJson(toPatchRow(patch, updatedAt)));
  }

  async updateEach(
    patches: ReadonlyArray<{ id: string; patch: ResourcePatch }>,
    updatedAt: Date,
  ): Promise<void> {
    await updateEach(
      this.knex,
      'resources',
      patches.map(({ id, patch }) => ({ ...toPatchRow(patch, updatedAt), id })),
    );
  }

  async findLive(
    key: Pick<ResourceRecord, 'type' | 'environment' | 'name'>,
  ): Promise<ResourceRecord | undefined> {
    const { type, environment, name } = key;
    const row = await this.knex<ResourceRow>('resources')
      .where({ type, environment, name })
      .whereRaw('listed')
      .first();
    return row && fromResourceRow(row as ResourceRow);
  }

  async findManaging(thing: ManagedThing): Promise<ResourceRecord | undefined> {
    const { account, region, type, output, id } = thing;
    const row = await this.knex<ResourceRow>('resources')
      .where({ account, region, type })
      .whereRaw('listed AND (adopted_id = :id OR outputs @> :outputs::jsonb)', {
        id,
        outputs: JSON.stringify({ [output]: { value: id } }),
      })
      .first();
    return row && fromResourceRow(row as ResourceRow);
  }

  list(query: ListQuery): Promise<ResourceListPage> {
    return listResources(this.knex, query);
  }

  async facets(scope: Scope): Promise<ResourceFacets> {
    const { sql, bindings } = scopeSql(scope);
    const { rows } = await this.knex.raw<{ rows: FacetRow[] }>(
      `SELECT type, environment, owner, status, sum(count)::int AS count FROM resource_counts
       WHERE listed AND ${sql}
       GROUP BY GROUPING SETS ((type), (environment), (owner), (status))
       HAVING sum(count) > 0`,
      bindings,
    );
    const facets: ResourceFacets = {
      type: {},
      environment: {},
      owner: {},
      status: {},
    };
    for (const row of rows) {
      for (const name of facetNames) {
        const value = row[name];
        if (value !== null) {
          facets[name][value] = row.count;
        }
      }
    }
    return facets;
  }

  removeDrafts(createdBefore: Date): Promise<number> {
    return this.knex('resources')
      .where({ status: 'draft' satisfies ResourceStatus })
      .whereRaw('NOT listed')
      .where('created_at', '<', createdBefore)
      .delete();
  }

  async addCountsUp(): Promise<void> {
    await this.knex.raw(
      `WITH gone AS (DELETE FROM resource_counts RETURNING owner, type, environment, status, count)
       INSERT INTO resource_counts (owner, type, environment, status, count)
       SELECT owner, type, environment, status, sum(count) FROM gone
       GROUP BY owner, type, environment, status
       HAVING sum(count) <> 0`,
    );
  }
}
