import { setTimeout as sleep } from 'node:timers/promises';
import { RunnerWorld } from '../testing/__testUtils__/RunnerWorld';
import { doneCount, happened } from '../testing/happened';

jest.setTimeout(180_000);

describe('a run whose portal is away', () => {
  let world: RunnerWorld;
  beforeAll(async () => {
    world = await RunnerWorld.start();
  });
  afterAll(() => world.stop());

  it('goes on while the portal is away, and sends what it missed in order', async () => {
    const run = await world.run();
    const { portal } = run;
    await portal.until(() => happened(portal.events, 'plan', 'started'));

    await portal.close();
    await sleep(3_000);
    await portal.listen();

    expect(await run.end()).toMatchObject({ outcome: 'applied' });
    expect(portal.events.map(({ seq }) => seq)).toEqual(
      portal.events.map((_, index) => index + 1),
    );
    expect(happened(portal.events, 'output', 'finished')).toBe(true);
  });

  it('keeps its result until a restarted portal takes it', async () => {
    const run = await world.run();
    const { portal } = run;
    await portal.until(() => doneCount(portal.events) > 0);

    portal.refuseWith = 503;
    await sleep(4_000);
    portal.refuseWith = undefined;

    expect(await run.end()).toMatchObject({ outcome: 'applied' });
    expect(portal.results).toHaveLength(1);
  });
});
