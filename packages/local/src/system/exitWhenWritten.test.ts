import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** More than a pipe holds. */
const BYTES = 1_000_000;
const ends = (how: string) => `
  process.stdout.write('x'.repeat(${BYTES}) + 'total');
  ${how}`;

/** Runs a script and reads what it says only after a while. */
async function readLate(script: string) {
  const child = spawn(
    process.execPath,
    ['--require', '@backstage/cli/config/nodeTransform.cjs', '-e', script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const closed = once(child, 'close');
  child.stdout.pause();
  await sleep(1_500);
  let said = '';
  child.stdout.on('data', chunk => (said += chunk)).resume();
  const [code] = await closed;
  return { code, said };
}

describe('exitWhenWritten', () => {
  it('loses nothing of what a slow reader has not taken yet', async () => {
    const file = join(__dirname, 'exitWhenWritten.ts');

    const { code, said } = await readLate(
      ends(`require(${JSON.stringify(file)}).exitWhenWritten(3);`),
    );

    expect(said.slice(-5)).toBe('total');
    expect(said).toHaveLength(BYTES + 5);
    expect(code).toBe(3);
  });

  it('is needed: an exit alone loses it', async () => {
    const { said } = await readLate(ends('process.exit(3);'));

    expect(said.length).toBeLessThan(BYTES);
  });
});
