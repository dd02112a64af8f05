import { setTimeout as sleep } from 'node:timers/promises';
import {
  freePort,
  tempDir,
  type LocalKubernetes,
  type TempDir,
} from '@terrastage/local/testing';
import type { RunDetail } from '@terrastage/plugin-resources-common';
import { eventually } from './testing/eventually';
import { KillablePortal } from './testing/KillablePortal';
import { LoadBalancer } from './testing/LoadBalancer';
import { asUser } from './testing/people';
import {
  placeOf,
  SILENT,
  startCluster,
  type RunnerPlace,
} from './testing/RunnerPlace';
import { usePostgres } from './testing/testDatabase';
import { PortalApi } from './testing/TestPortal';

jest.setTimeout(300_000);

/** Milliseconds between what one user does. */
const PAUSE = 150;

const newDatabase = usePostgres();

describe('a rolling restart under load', () => {
  let cluster: LocalKubernetes;
  let place: RunnerPlace;
  let runs: TempDir;
  let balancer: LoadBalancer;
  /** What users and runners reach. */
  let front: PortalApi;
  const portals: KillablePortal[] = [];
  let startPortals: () => Promise<KillablePortal[]>;

  beforeAll(async () => {
    const { connection } = await newDatabase();
    cluster = await startCluster(SILENT);
    place = placeOf(cluster);
    runs = await tempDir('terrastage-rolling-');
    const ports = await Promise.all([1, 2, 3, 4].map(() => freePort()));
    balancer = new LoadBalancer(ports);
    await balancer.listen(0);
    front = new PortalApi(
      `http://127.0.0.1:${balancer.port}/api/resources/v1`,
      runs.path,
    );
    // One after the other, as the backend's lock has them: Backstage's migrations can't begin twice on a fresh database.
    startPortals = async () => {
      const started: KillablePortal[] = [];
      for (const port of ports.splice(0, 2)) {
        const portal = await KillablePortal.start({
          connection,
          port,
          runsDir: runs.path,
          ...place.options,
          // As the chart has it, but shorter: new requests go elsewhere before the server ends.
          config: { backend: { lifecycle: { serverShutdownDelay: '2s' } } },
        });
        portals.push(portal);
        started.push(portal);
      }
      return started;
    };
  }, 120_000);

  afterAll(async () => {
    await Promise.all(portals.map(portal => portal.kill()));
    await balancer.stop();
    await cluster.stop();
    await runs.remove();
  }, 60_000);

  const ready = (count: number) =>
    eventually(async () => expect(balancer.readyCount).toBe(count), 60);

  const read = async (runId: string): Promise<RunDetail> =>
    (await front.get(`/runs/${runId}`, asUser('ana')).expect(200)).body;

  it('loses no request and no run', async () => {
    let over = false;
    const made: string[] = [];
    const user = async (who: number) => {
      for (let turn = 0; !over; turn += 1) {
        const { run } = await front.create({ name: `rolling-${who}-${turn}` });
        made.push(run.id);
        const runner = await place.runner(front, run.id);
        await runner.apply();
        runner.kill('SIGTERM');
        await read(run.id);
        await front.get('/resources', asUser('ana')).expect(200);
        await sleep(PAUSE);
      }
    };
    const old = await startPortals();
    await ready(2);

    const load = Promise.all([1, 2, 3, 4].map(user));
    await startPortals();
    await ready(4);
    const codes = [await old[0].stop(), await old[1].stop()];
    over = true;
    await load;

    expect(codes).toEqual([0, 0]);
    expect(balancer.unanswered).toEqual([]);
    expect(made.length).toBeGreaterThan(8);
    expect([...cluster.wantedJobs].sort()).toEqual(
      made.map(id => `terrastage-${id}-1`).sort(),
    );
    for (const id of made) {
      expect(await read(id)).toMatchObject({ status: 'applied', attempt: 1 });
    }
  });
});
