import {
  activeRunStatuses,
  type PlanDetail,
  type RunStatus,
} from '@terrastage/plugin-resources-common';
import type { Knex } from 'knex';
import { updateEach, withJson } from '../database/columns';
import { isUniqueViolation } from '../database/isUniqueViolation';
import { queueOrder } from './queueOrder';
import type { RunPatch, RunRecord } from './RunRecord';
import {
  fromRunRow,
  runColumns,
  toRunPatchRow,
  toRunRow,
  type RunRow,
} from './rows';
import { ActiveRunError, type RunCount, type RunStore } from './RunStore';

const running: RunStatus[] = [
  'planning',
  'planned',
  'applying',
  'interrupted',
  'recovering',
];

export class DatabaseRunStore implements RunStore {
  constructor(private readonly knex: Knex) {}

  async insert(run: RunRecord): Promise<void> {
    // The index would say so too, but only after whoever is changing the active run, and that one may be waiting for
    // its resource, which the caller has locked.
    if (await this.findActive(run.resourceId)) {
      throw new ActiveRunError(run.resourceId);
    }
    try {
      await this.knex('runs').insert(withJson(toRunRow(run)));
    } catch (error) {
      if (isUniqueViolation(error, 'runs_one_active_per_resource')) {
        throw new ActiveRunError(run.resourceId, { cause: error });
      }
      throw error;
    }
  }

  async get(id: string): Promise<RunRecord | undefined> {
    return this.first(this.select().where({ id }));
  }

  async getPlanDetail(id: string): Promise<PlanDetail | undefined> {
    const row = await this.knex('runs').where({ id }).first('plan_detail');
    return row?.plan_detail ?? undefined;
  }

  async lock(id: string): Promise<RunRecord | undefined> {
    return this.first(this.select().where({ id }).forUpdate());
  }

  async update(id: string, patch: RunPatch): Promise<void> {
    await this.knex('runs')
      .where({ id })
      .update(withJson(toRunPatchRow(patch)));
  }

  async updateEach(
    patches: ReadonlyArray<{ id: string; patch: RunPatch }>,
  ): Promise<void> {
    await updateEach(
      this.knex,
      'runs',
      patches.map(({ id, patch }) => ({ ...toRunPatchRow(patch), id })),
    );
  }

  async listOfResource(resourceId: string): Promise<RunRecord[]> {
    const rows = await this.select()
      .where({ resource_id: resourceId })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'queue_no', order: 'desc' },
      ]);
    return rows.map(fromRunRow);
  }

  async findActive(resourceId: string): Promise<RunRecord | undefined> {
    return this.first(
      this.select()
        .where({ resource_id: resourceId })
        .whereIn('status', [...activeRunStatuses]),
    );
  }

  async findLastApply(resourceId: string): Promise<RunRecord | undefined> {
    return this.first(
      this.select()
        .where({ resource_id: resourceId })
        .whereIn('operation', ['apply', 'adopt'])
        .orderByRaw(`status = 'applied' DESC, queue_no DESC`),
    );
  }

  async findFirst(resourceId: string): Promise<RunRecord | undefined> {
    return this.first(
      this.select().where({ resource_id: resourceId }).orderBy('queue_no'),
    );
  }

  async listExpired(time: Date): Promise<RunRecord[]> {
    const rows = await this.select()
      .where({ status: 'awaiting_approval' })
      .where('decide_by', '<', time);
    return rows.map(fromRunRow);
  }

  async countActive(): Promise<RunCount[]> {
    const { rows } = await this.knex.raw<{ rows: RunCount[] }>(
      `SELECT operation, status, count(*)::int AS count FROM runs
       WHERE status = ANY(?) GROUP BY operation, status`,
      [[...activeRunStatuses]],
    );
    return rows;
  }

  async queuePositions(ids: readonly string[]): Promise<Map<string, number>> {
    const { rows } = await this.knex.raw<{
      rows: Array<{ id: string; position: number }>;
    }>(`SELECT id, position FROM (${queueOrder}) AS queue WHERE id = ANY(?)`, [
      [...ids],
    ]);
    return new Map(rows.map(({ id, position }) => [id, position]));
  }

  async listRunning(): Promise<RunRecord[]> {
    const rows = await this.select()
      .whereIn('status', running)
      .where({ waits_for_apply: false })
      .orderBy('queue_no');
    return rows.map(fromRunRow);
  }

  async removeEventsOfFinished(finishedBefore: Date): Promise<number> {
    const { rowCount } = await this.knex.raw<{ rowCount: number }>(
      `DELETE FROM run_events USING runs
       WHERE runs.id = run_events.run_id AND runs.finished_at < ?`,
      [finishedBefore],
    );
    return rowCount;
  }

  private select(): Knex.QueryBuilder<RunRow, RunRow[]> {
    return this.knex<RunRow>('runs').select(...runColumns);
  }

  private async first(
    query: Knex.QueryBuilder<RunRow, RunRow[]>,
  ): Promise<RunRecord | undefined> {
    const [row] = await query.limit(1);
    return row && fromRunRow(row);
  }
}
