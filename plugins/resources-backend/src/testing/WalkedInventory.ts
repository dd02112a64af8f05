import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { planResult, summary } from './builders';
import type { UserName } from './people';
import type { TestPortal } from './TestPortal';

/** A resource and the run that somebody asked for, with the authorization of that run's runner. */
export interface Walked {
  readonly id: string;
  readonly run: string;
  readonly name: string;
}

/** What the walk through all routes asks about: each question gets a resource of its own. */
export class WalkedInventory {
  private count = 0;

  constructor(
    private readonly portal: TestPortal,
    private readonly knex: Knex,
  ) {}

  /** A resource of the team payments whose run waits in the queue. */
  async queued(by: UserName = 'ana'): Promise<Walked> {
    this.count += 1;
    const name = `walked-${this.count}`;
    const { resource, run } = await this.portal.create(
      { name, expiresAt: new Date(Date.now() + 86_400_000).toISOString() },
      by,
    );
    return { id: resource.id, run: run.id, name };
  }

  /** One whose run is over, without a state. */
  async idle(): Promise<Walked> {
    const walked = await this.queued();
    await this.knex('runs')
      .where({ id: walked.run })
      .update({
        status: 'failed',
        finished_at: new Date(),
        failure: JSON.stringify({ code: 'plan_failed', message: 'No' }),
      });
    await this.knex('resources').where({ id: walked.id }).update({
      status: 'failed',
    });
    return walked;
  }

  /** One whose run waits for a decision on its plan. */
  async parked(operation = 'apply'): Promise<Walked> {
    const walked = await this.queued();
    await this.knex('runs')
      .where({ id: walked.run })
      .update({
        operation,
        status: 'awaiting_approval',
        plan_digest: planResult.digest,
        summary: JSON.stringify(summary),
      });
    return walked;
  }

  /** Ids of nothing. */
  nothing(): Walked {
    return { id: randomUUID(), run: randomUUID(), name: 'nothing' };
  }
}
