import { join } from 'node:path';
import { LocalError } from '../progress/LocalError';
import { runLogged } from '../system/runLogged';
import type { Generator } from './generators';
import { restoreFiles } from './restoreFiles';
import { snapshotFiles } from './snapshotFiles';

export type GenerateOptions = {
  root: string;
  home: string;
  signal?: AbortSignal;
  /** Puts everything back afterwards: only tells what would change. */
  check?: boolean;
  onGenerator?: (name: string) => void;
};

/**
 * Runs generators in order.
 *
 * @returns the generated files that changed, were made, or went away
 * @throws LocalError with the end of a generator's words when it fails
 */
export async function generateAll(
  generators: Generator[],
  { root, home, signal, check, onGenerator }: GenerateOptions,
): Promise<string[]> {
  const before = await snapshotFiles(root);
  try {
    for (const generator of generators) {
      onGenerator?.(generator.name);
      await run(generator, { root, home, signal });
    }
    const after = await snapshotFiles(root);
    const names = new Set([...before.keys(), ...after.keys()]);
    return [...names]
      .filter(name => before.get(name) !== after.get(name))
      .sort();
  } finally {
    if (check) await restoreFiles(root, before);
  }
}

async function run(
  { name, command }: Generator,
  { root, home, signal }: GenerateOptions,
) {
  const { file, args } = command(root);
  const logFile = join(home, 'logs', 'generate.log');
  const { code, lines } = await runLogged(file, args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0' },
    logFile,
    signal,
  });
  if (code === 0) return;
  throw new LocalError(
    [`Generating ${name} ended with ${code}`, ...lines.slice(-40)].join('\n'),
    `All of its output: ${logFile}`,
  );
}
