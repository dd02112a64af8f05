import { randomUUID } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  RunOperation,
  RunTransition,
} from '@terrastage/plugin-resources-common';
import { everything } from '../access/Scope';
import { readBundle } from '../bundles/readBundle';
import type { Database } from '../database/Stores';
import { newResource } from '../inventory/newResource';
import { newShortId } from '../inventory/newShortId';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import { ChangeHub } from '../runs/ChangeHub';
import { newRun } from '../runs/newRun';
import { RunChanges } from '../runs/RunChanges';
import type { RunRecord } from '../runs/RunRecord';
import { bundleOf, createRequest, summary } from './builders';

/** Puts resources and runs into a database, at times that the test says. */
export class TestInventory {
  time = new Date('2026-01-01T00:00:00.000Z');
  readonly now = () => this.time;
  readonly hub = new ChangeHub();
  readonly logger = mockServices.logger.mock();
  readonly changes: RunChanges;
  private count = 0;

  constructor(readonly database: Database) {
    this.changes = new RunChanges({ database, hub: this.hub, now: this.now });
  }

  /** Lets time pass. */
  pass(seconds: number): void {
    this.time = new Date(this.time.getTime() + seconds * 1_000);
  }

  /** A resource with a pending run. */
  async queue(
    owner = 'group:default/payments',
    operation: RunOperation = 'apply',
  ): Promise<RunRecord> {
    this.count += 1;
    const request = createRequest({ name: `bucket-${this.count}`, owner });
    const bundle = readBundle(bundleOf());
    const resource = newResource({
      id: randomUUID(),
      shortId: newShortId(),
      request,
      variables: request.variables,
      owner,
      createdBy: 'user:default/ana',
      environment: {
        region: 'us-east-1',
        account: '123456789012',
        stateBucket: 'states',
        resourceTypes: {},
        lifetime: {},
      },
      manifest: bundle.manifest,
      bundleDigest: bundle.digest,
      status: operation === 'plan' ? 'draft' : 'creating',
      now: this.time,
    });
    return this.database.transaction(async stores => {
      await stores.bundles.put(bundle, this.time);
      await stores.resources.insert(resource);
      const { run } = await this.changes.start(
        stores,
        newRun(
          randomUUID(),
          operation,
          resource,
          resource.createdBy,
          this.time,
        ),
        resource,
      );
      return run;
    });
  }

  /** A run with a runner on a host, as far as `planning`, `planned` or `applying`. */
  async launch(
    status: 'planning' | 'planned' | 'applying',
    host = 'here',
  ): Promise<RunRecord> {
    const { id } = await this.queue();
    const steps: RunTransition[] = [
      { type: 'claim', attempt: 1 },
      { type: 'finish_plan', planDigest: 'a'.repeat(64), summary },
      { type: 'start_apply' },
    ];
    const count = ['planning', 'planned', 'applying'].indexOf(status) + 1;
    await this.changes.change(id, async () => ({
      transitions: steps.slice(0, count),
    }));
    const attempt = {
      runId: id,
      attempt: 1,
      tokenHash: 'hash',
      host,
      launchedAt: this.time,
      acceptedThrough: 0,
    };
    await this.database.stores.attempts.insert([attempt]);
    return this.run(id);
  }

  async run(id: string): Promise<RunRecord> {
    return (await this.database.stores.runs.get(id))!;
  }

  async resourceOf(run: RunRecord): Promise<ResourceRecord> {
    const { resources } = this.database.stores;
    return (await resources.get(run.resourceId, everything))!;
  }

  async messages(runId: string): Promise<string[]> {
    const events = await this.database.stores.events.list(runId, 0, 1_000);
    return events.flatMap(event =>
      event.type === 'log' ? [event.message] : [],
    );
  }
}
