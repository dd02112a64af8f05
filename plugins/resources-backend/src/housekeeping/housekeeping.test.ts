import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RunTransition } from '@terrastage/plugin-resources-common';
import { tempDir, type TempDir } from '@terrastage/local/testing';
import { FakeLauncher } from '../testing/FakeLauncher';
import { usePostgres } from '../testing/testDatabase';
import { TestInventory } from '../testing/TestInventory';
import { cleanDatabase } from './cleanDatabase';
import { cleanRunFolders } from './cleanRunFolders';

jest.setTimeout(60_000);

const newDatabase = usePostgres();

const DAY = 24 * 60 * 60;

describe('housekeeping', () => {
  let inventory: TestInventory;
  let launcher: FakeLauncher;
  let runs: TempDir;

  beforeEach(async () => {
    inventory = new TestInventory((await newDatabase()).database);
    launcher = new FakeLauncher();
    launcher.presence = 'gone';
    runs = await tempDir('terrastage-housekeeping-');
  });

  afterEach(() => runs.remove());

  const ended = async (last: RunTransition) => {
    const run = await inventory.launch('applying');
    await inventory.changes.change(run.id, async () => ({
      transitions: [last],
    }));
    const folder = path.join(runs.path, `${run.id}-1`);
    await mkdir(path.join(folder, 'work'), { recursive: true });
    return { run, folder };
  };
  const applied = () => ended({ type: 'finish_apply' });
  const failed = () =>
    ended({ type: 'fail', failure: { code: 'apply_failed', message: 'no' } });

  const clean = () =>
    cleanRunFolders({ ...inventory, launcher, runsDir: runs.path });

  describe('cleanRunFolders', () => {
    it('removes the folder of a run that went well after ten minutes, of another after a day', async () => {
      const good = await applied();
      const bad = await failed();

      await clean();
      expect([good, bad].map(({ folder }) => existsSync(folder))).toEqual([
        true,
        true,
      ]);
      inventory.pass(11 * 60);
      await clean();
      expect([good, bad].map(({ folder }) => existsSync(folder))).toEqual([
        false,
        true,
      ]);
      inventory.pass(DAY);
      await clean();
      expect(existsSync(bad.folder)).toBe(false);
    });

    it('takes along what a killed runner kept elsewhere, and nothing else that a link leads to', async () => {
      const killed = await failed();
      const misled = await failed();
      const elsewhere = await mkdtemp(path.join(os.tmpdir(), 'ts-'));
      const foreign = path.join(runs.path, 'foreign');
      await mkdir(foreign);
      for (const [{ folder }, target] of [
        [killed, elsewhere],
        [misled, foreign],
      ] as const) {
        await mkdir(path.join(folder, 'work/attempt-1'));
        await symlink(target, path.join(folder, 'work/attempt-1/tmp'));
      }
      inventory.pass(2 * DAY);

      await clean();

      const left = [killed.folder, misled.folder, elsewhere, foreign];
      expect(left.filter(existsSync)).toEqual([foreign]);
      await rm(elsewhere, { recursive: true, force: true });
    });

    it('leaves a state alone that could not be saved, and says where it is', async () => {
      const { folder } = await failed();
      launcher.erroredStates = [path.join(folder, 'work/errored.tfstate')];
      inventory.pass(2 * DAY);

      await clean();

      expect(existsSync(folder)).toBe(true);
      expect(inventory.logger.warn).toHaveBeenCalledWith(
        expect.stringContaining(launcher.erroredStates[0]),
      );
    });

    it('leaves alone what still lives, runs that are not over, and what is not its own', async () => {
      const { folder } = await applied();
      const active = await inventory.launch('applying');
      const others = [`${active.id}-1`, 'lost+found'].map(name =>
        path.join(runs.path, name),
      );
      await Promise.all(others.map(other => mkdir(other)));
      await writeFile(path.join(runs.path, 'file'), '');
      launcher.presence = 'orphaned';
      inventory.pass(2 * DAY);

      await clean();

      expect([folder, ...others].every(existsSync)).toBe(true);
    });

    it('has nothing to do where there never was a run', async () => {
      await runs.remove();

      await expect(clean()).resolves.toBeUndefined();
    });
  });

  describe('cleanDatabase', () => {
    it('removes events, drafts and idempotency keys when their time is over', async () => {
      const { database } = inventory;
      const { run } = await applied();
      const active = await inventory.launch('applying');
      const draft = await inventory.queue('group:default/payments', 'plan');
      const key = {
        requestedBy: 'user:default/ana',
        key: 'k',
        bodyHash: 'h',
        runId: run.id,
      };
      await database.stores.idempotency.take(key, inventory.time);
      const cleanUp = () =>
        cleanDatabase({ ...inventory, retention: 90 * DAY * 1_000 });
      const left = async () => ({
        events: (await database.stores.events.list(run.id, 0, 10)).length,
        ofActive: (await database.stores.events.list(active.id, 0, 10)).length,
        draft: (await database.stores.runs.get(draft.id)) !== undefined,
        run: (await database.stores.runs.get(run.id)) !== undefined,
      });

      await cleanUp();
      expect(await left()).toEqual({
        events: 5,
        ofActive: 4,
        draft: true,
        run: true,
      });
      expect(
        await database.stores.idempotency.take(key, inventory.time),
      ).toEqual(key);
      inventory.pass(91 * DAY);
      await cleanUp();

      expect(await left()).toEqual({
        events: 0,
        ofActive: 4,
        draft: false,
        run: true,
      });
      expect(
        await database.stores.idempotency.take(key, inventory.time),
      ).toBeUndefined();
    });
  });
});
