import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { LocalKubernetes } from '../kubernetes/startLocalKubernetes';
import type { BenchPortal } from './BenchPortal';
import type { Report } from './Report';
import { seedInventory } from './seedInventory';
import { percentile } from './statistics';
import { timed } from './stopwatch';

const POLL_MS = 50;
const DEADLINE_MS = 60_000;

export type QueueOnKubernetesOptions = {
  portal: BenchPortal;
  cluster: LocalKubernetes;
  db: Client;
  report: Report;
  count: number;
};

/** As many runs queued at once: how long each waits until the process of its pod is there. */
export async function queueOnKubernetes({
  portal,
  cluster,
  db,
  report,
  count,
}: QueueOnKubernetesOptions): Promise<void> {
  await seedInventory(db, count, 'group:default/payments');
  const { rows } = await db.query<{ id: string }>(
    `UPDATE resources SET id = gen_random_uuid()::text WHERE created_by = 'user:default/bench' RETURNING id`,
  );
  const asked = await timed(() =>
    Promise.all(rows.map(({ id }) => portal.destroy(id))),
  );
  const runs = asked.value;
  const waits: number[] = [];
  const ours: number[] = [];
  for (const { id, createdAt } of runs) {
    const queued = new Date(createdAt).getTime();
    const started = await untilStarted(cluster, `terrastage-${id}-1`);
    waits.push(started - queued);
    ours.push(started - queued - cluster.busyBetween(queued, started));
  }
  await db.query(
    `DELETE FROM resources WHERE created_by = 'user:default/bench'`,
  );
  const made = new Set(cluster.wantedJobs);
  if (made.size !== count || cluster.wantedJobs.length !== count) {
    throw new Error(
      `${cluster.wantedJobs.length} Jobs were made for ${count} runs`,
    );
  }

  report.heading(`${count} runs queued at once over Kubernetes`);
  report.add({
    name: 'all of them asked for and answered',
    value: asked.seconds,
    unit: 's',
  });
  report.add({
    name: 'from queued to started, median',
    value: percentile(waits, 0.5) / 1_000,
    unit: 's',
  });
  report.add({
    name: 'from queued to started, 95th percentile',
    value: percentile(waits, 0.95) / 1_000,
    unit: 's',
  });
  report.add({
    name: "  the same without the stand-in's own work",
    value: percentile(ours, 0.95) / 1_000,
    unit: 's',
    atMost: 2,
  });
}

async function untilStarted(
  cluster: LocalKubernetes,
  job: string,
): Promise<number> {
  for (let waited = 0; waited < DEADLINE_MS; waited += POLL_MS) {
    const started = cluster.startedAt(job);
    if (started !== undefined) {
      return started;
    }
    await sleep(POLL_MS);
  }
  throw new Error(`${job} was not started within ${DEADLINE_MS / 1_000} s`);
}
