import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RunnerWorld } from '../testing/__testUtils__/RunnerWorld';
import { aJob } from '../testing/aJob';
import { bundleOf } from '../testing/bundleOf';
import { happened } from '../testing/happened';

jest.setTimeout(180_000);

describe('a run on a full disk', () => {
  let world: RunnerWorld;
  beforeAll(async () => {
    world = await RunnerWorld.start();
  });
  afterAll(() => world.stop());

  /** A file system of one megabyte in the place of the run's folder, seen by the runner alone. */
  const ownDisk = (workDir: string) => [
    'unshare',
    '--map-root-user',
    '--mount',
    'sh',
    '-c',
    'mount -t tmpfs -o size=1m none "$0" && exec "$@"',
    workDir,
  ];

  /** Terraform behind a script that fills the disk before it plans. */
  const fillingTerraform = async (workDir: string) => {
    const path = join(world.folder.path, `${world.newName()}.sh`);
    const lines = [
      '#!/bin/sh',
      `[ "$1" != plan ] || dd if=/dev/zero of='${workDir}/ballast' bs=4k 2>/dev/null`,
      `exec '${world.terraform}' "$@"`,
    ];
    await writeFile(path, lines.join('\n'), { mode: 0o700 });
    return path;
  };

  it('says so when the disk is full while it plans, and loses no event', async () => {
    const workDir = join(world.folder.path, world.newName());

    const run = await world.run(
      {},
      {
        workDir,
        wrapper: ownDisk(workDir),
        terraform: await fillingTerraform(workDir),
      },
    );

    expect(await run.end()).toMatchObject({
      outcome: 'failed',
      applyStarted: false,
      failure: {
        code: 'disk_full',
        message: expect.stringContaining(workDir),
      },
    });
    expect(happened(run.portal.events, 'plan', 'failed')).toBe(true);
  });

  it('says so when there is no room even for the workspace', async () => {
    const bundle = bundleOf({
      'main.tf': 'locals {}',
      'large.bin': 'x'.repeat(1_200_000),
    });
    const workDir = join(world.folder.path, world.newName());

    const run = await world.run(
      { bundle: aJob(bundle).bundle, variables: {} },
      { bundle, workDir, wrapper: ownDisk(workDir) },
    );

    expect(await run.end()).toMatchObject({
      outcome: 'failed',
      failure: { code: 'disk_full', step: 'prepare' },
    });
  });
});
