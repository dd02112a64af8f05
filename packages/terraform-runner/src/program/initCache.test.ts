import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RunnerWorld } from '../testing/__testUtils__/RunnerWorld';
import { happened } from '../testing/happened';

jest.setTimeout(180_000);

describe('prepared folders', () => {
  let world: RunnerWorld;
  beforeAll(async () => {
    world = await RunnerWorld.start();
  });
  afterAll(() => world.stop());

  it('prepares a folder once and uses it many times, also at once', async () => {
    const initCacheDir = join(world.folder.path, world.newName());
    const plans = () =>
      world.run({ operation: 'plan' }, { verdict: 'exit', initCacheDir });

    const first = await Promise.all([plans(), plans(), plans(), plans()]);
    const results = await Promise.all(first.map(run => run.end()));
    const fifth = await plans();
    const last = await fifth.end();

    expect([...results, last].map(({ outcome }) => outcome)).toEqual(
      Array(5).fill('planned'),
    );
    expect(await readdir(initCacheDir)).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}\.json$/),
    ]);
    expect(happened(first[0].portal.events, 'validate', 'finished')).toBe(true);
    expect(happened(fifth.portal.events, 'validate', 'skipped')).toBe(true);
    expect(JSON.stringify(fifth.portal.events)).not.toContain('Initializing');
  });

  it('runs init itself when the entry in the cache is broken', async () => {
    const initCacheDir = join(world.folder.path, world.newName());
    const plan = () =>
      world.run({ operation: 'plan' }, { verdict: 'exit', initCacheDir });
    await (await plan()).end();
    const [entry] = await readdir(initCacheDir);
    await writeFile(join(initCacheDir, entry), '{"layout": 1, "prov');

    const run = await plan();

    expect(await run.end()).toMatchObject({ outcome: 'planned' });
    expect(happened(run.portal.events, 'validate', 'finished')).toBe(true);
    const text = await readFile(join(initCacheDir, entry), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ layout: 1 });
  });
});
