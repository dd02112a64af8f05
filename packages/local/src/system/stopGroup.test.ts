import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { groupArgs } from './groupArgs';
import { isAlive } from './isAlive';
import { stopGroup } from './stopGroup';

/** A leader of its own group, which says "ready" when its handlers are set. */
async function startLeader(script: string): Promise<number> {
  const child = spawn(
    process.execPath,
    ['-e', `${script}; console.log('ready'); setInterval(() => {}, 1000);`],
    { detached: true, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  await once(createInterface(child.stdout), 'line');
  return child.pid!;
}

const STUBBORN = `process.on('SIGTERM', () => {}); process.on('SIGINT', () => {})`;
const CHILD = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
  `${STUBBORN}; setInterval(() => {}, 1000);`,
)}])`;

describe('stopGroup', () => {
  it('kills nothing that ends when it is asked', async () => {
    const pid = await startLeader('');

    const killed = await stopGroup(pid, { graceMs: 5_000 });

    expect(killed).toBe(false);
    expect(isAlive(pid)).toBe(false);
  });

  it('kills what is still there after the grace', async () => {
    const pid = await startLeader(STUBBORN);

    const killed = await stopGroup(pid, { graceMs: 200 });

    expect(killed).toBe(true);
    expect(isAlive(pid)).toBe(false);
  });

  it('kills children that outlive their leader', async () => {
    const pid = await startLeader(CHILD);

    const killed = await stopGroup(pid, { graceMs: 5_000 });

    expect(killed).toBe(true);
    expect(await groupArgs(pid)).toEqual([]);
  });

  it('ends children whose leader has died before', async () => {
    const pid = await startLeader(CHILD);
    process.kill(pid, 'SIGKILL');

    await stopGroup(pid, { graceMs: 200 });

    expect(await groupArgs(pid)).toEqual([]);
  });

  it('does not wait for the grace when it is urgent', async () => {
    const pid = await startLeader(STUBBORN);
    const urgent = new AbortController();
    const stopped = stopGroup(pid, {
      graceMs: 600_000,
      urgent: urgent.signal,
    });

    urgent.abort();

    expect(await stopped).toBe(true);
  });

  it('has nothing to do where there is nothing', async () => {
    const pid = await startLeader('');
    await stopGroup(pid, { graceMs: 5_000 });

    expect(await stopGroup(pid, { graceMs: 5_000 })).toBe(false);
  });
});
