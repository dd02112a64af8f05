import type { Knex } from 'knex';
import type { SupervisionStore } from './SupervisionStore';

export class DatabaseSupervisionStore implements SupervisionStore {
  constructor(private readonly knex: Knex) {}

  async lease(
    runId: string,
    holder: string,
    until: Date,
    now: Date,
  ): Promise<boolean> {
    const taken = await this.knex('runs')
      .where({ id: runId })
      .andWhere(free =>
        free
          .whereNull('supervised_until')
          .orWhere('supervised_until', '<', now)
          .orWhere({ supervised_by: holder }),
      )
      .update({ supervised_until: until, supervised_by: holder });
    return taken > 0;
  }
}
