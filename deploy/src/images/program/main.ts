import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchTools } from '../fetchTools';

/** `main.ts <folder>`: brings Terraform and the AWS provider into a folder. A step of the runner's Dockerfile. */
async function main([target]: string[]): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'terrastage-tools-'));
  try {
    if (!target) throw new Error('Name the folder for Terraform');
    const say = (line: string) => process.stdout.write(`${line}\n`);
    await fetchTools({ target, work, say });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: Error & { hint?: string }) => {
  process.stderr.write(`${[error.message, error.hint].join('\n')}\n`);
  process.exitCode = 1;
});
