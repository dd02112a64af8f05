import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { LocalKubernetes } from '../kubernetes/startLocalKubernetes';
import type { BenchPortal } from './BenchPortal';
import type { Report } from './Report';
import { seedInventory } from './seedInventory';
import { median, percentile } from './statistics';
import { timed } from './stopwatch';

const POLL_MS = 50;
const DEADLINE_MS = 60_000;
/** In which the catalog learns of a burst. */
const REST_MS = 15_000;
const ROUNDS = 3;

export type QueueOnKubernetesOptions = {
  portal: BenchPortal;
  cluster: LocalKubernetes;
  db: Client;
  report: Report;
  count: number;
};

/**
 * As many runs queued at once: how long each waits until the process of its pod is there. First by a portal that has just
 * started, whose code is not compiled yet; then some times more, of which the middle one counts.
 */
export async function queueOnKubernetes(
  options: QueueOnKubernetesOptions,
): Promise<void> {
  const { cluster, report, count } = options;
  const cold = await burst(options);
  const warm: Burst[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await sleep(REST_MS);
    warm.push(await burst(options));
  }
  const jobs = cluster.wantedJobs.length;
  const runs = count * (1 + ROUNDS);
  if (jobs !== runs || new Set(cluster.wantedJobs).size !== jobs) {
    throw new Error(`${jobs} Jobs were made for ${runs} runs`);
  }

  report.heading(`${count} runs queued at once over Kubernetes`);
  report.add({
    name: 'all of them asked for and answered',
    value: median(warm.map(({ asked }) => asked)),
    unit: 's',
  });
  report.add({
    name: 'from queued to started, median',
    value: median(warm.map(({ waits }) => median(waits))),
    unit: 's',
  });
  report.add({
    name: 'from queued to started, 95th percentile',
    value: median(warm.map(({ waits }) => percentile(waits, 0.95))),
    unit: 's',
  });
  report.add({
    name: "  the same without the stand-in's own work",
    value: median(warm.map(({ ours }) => percentile(ours, 0.95))),
    unit: 's',
    atMost: 2,
  });
  report.add({
    name: '  the same by a portal that has just started',
    value: percentile(cold.ours, 0.95),
    unit: 's',
  });
}

interface Burst {
  /** Seconds until the last request was answered. */
  asked: number;
  /** Seconds, by run. */
  waits: number[];
  /** The same without what the stand-in was busy with. */
  ours: number[];
}

async function burst({
  portal,
  cluster,
  db,
  count,
}: QueueOnKubernetesOptions): Promise<Burst> {
  await seedInventory(db, count, 'group:default/payments');
  const { rows } = await db.query<{ id: string }>(
    `UPDATE resources SET id = gen_random_uuid()::text WHERE created_by = 'user:default/bench' RETURNING id`,
  );
  const asked = await timed(() =>
    Promise.all(rows.map(({ id }) => portal.destroy(id))),
  );
  const waits: number[] = [];
  const ours: number[] = [];
  for (const { id, createdAt } of asked.value) {
    const queued = new Date(createdAt).getTime();
    const started = await untilStarted(cluster, `terrastage-${id}-1`);
    const wait = started - queued;
    waits.push(wait / 1_000);
    ours.push((wait - cluster.busyBetween(queued, started)) / 1_000);
  }
  await db.query(
    `DELETE FROM resources WHERE created_by = 'user:default/bench'`,
  );
  return { asked: asked.seconds, waits, ours };
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
