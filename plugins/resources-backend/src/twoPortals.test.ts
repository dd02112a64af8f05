import type { LocalKubernetes } from '@terrastage/local/testing';
import type { RunDetail } from '@terrastage/plugin-resources-common';
import { eventually } from './testing/eventually';
import { asUser } from './testing/people';
import {
  placeOf,
  SILENT,
  startCluster,
  type RunnerPlace,
} from './testing/RunnerPlace';
import { RunFollower } from './testing/RunFollower';
import { usePostgres } from './testing/testDatabase';
import { TestPortal } from './testing/TestPortal';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

describe('two portals on one database and one cluster', () => {
  let cluster: LocalKubernetes;
  let place: RunnerPlace;
  let one: TestPortal;
  let other: TestPortal;

  beforeEach(async () => {
    const { knex } = await newDatabase();
    cluster = await startCluster(SILENT);
    place = placeOf(cluster);
    [one, other] = await Promise.all(
      [1, 2].map(() =>
        TestPortal.start({
          knex,
          ...place.options,
          runs: { maxConcurrent: 50 },
        }),
      ),
    );
  });

  afterEach(async () => {
    await Promise.all([one.stop(), other.stop()]);
    await cluster.stop();
  });

  const read = async (portal: TestPortal, runId: string): Promise<RunDetail> =>
    (await portal.get(`/runs/${runId}`, asUser('ana')).expect(200)).body;

  it('start every run once, make each Job once, and both see all', async () => {
    const follow = new RunFollower(() => other);
    const started = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        (index % 2 ? one : other).create({ name: `shared-${index}` }),
      ),
    );
    const ids = started.map(({ run }) => run.id);

    const runners = await Promise.all(
      ids.map((id, index) => place.runner(index % 3 ? one : other, id)),
    );
    await Promise.all(runners.map(runner => runner.apply()));

    expect([...cluster.wantedJobs].sort()).toEqual(
      ids.map(id => `terrastage-${id}-1`).sort(),
    );
    for (const id of ids) {
      expect(await read(one, id)).toEqual(await read(other, id));
      expect(await follow.statuses(id)).toEqual([
        'pending',
        'planning',
        'planned',
        'applying',
        'applied',
      ]);
    }
    const [seen, alsoSeen] = await Promise.all(
      [one, other].map(portal =>
        portal.get('/resources?limit=100', asUser('ana')),
      ),
    );
    expect(seen.body).toMatchObject({ total: 24 });
    expect(alsoSeen.body).toEqual(seen.body);
  });

  it('cancel and look after the runners that the other has started', async () => {
    const { run: canceled } = await one.create({ name: 'canceled-elsewhere' });
    const { run: killed } = await one.create({ name: 'killed-elsewhere' });
    await place.runner(one, canceled.id);
    const pid = await place.pid(one, killed.id);
    await one.stop();

    await other.post(`/runs/${canceled.id}/cancel`, asUser('ana')).expect(202);
    process.kill(pid, 'SIGKILL');

    await eventually(async () => {
      expect(await read(other, canceled.id)).toMatchObject({
        status: 'canceled',
      });
      expect(await read(other, killed.id)).toMatchObject({
        status: 'failed',
        failure: {
          code: 'runner_lost',
          message: expect.stringContaining('ended with exit code 137'),
        },
      });
    });
  });
});
