import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { RunnerRef } from '../Launcher';

/** What says which process a runner is, so that it is found again after a restart of the portal. */
const processFileSchema = z.object({
  pid: z.number().int().positive(),
  startTime: z.string(),
  runId: z.string(),
  attempt: z.number().int().positive(),
});

export type ProcessFile = z.infer<typeof processFileSchema>;

/** `<runsDir>/<run>-<attempt>`: `process.json`, `token`, `stdout.log`, `stderr.log`, and `work`, which is the runner's. */
export function runFolder(runsDir: string, runner: RunnerRef) {
  return folderAt(path.join(runsDir, `${runner.runId}-${runner.attempt}`));
}

export type RunFolder = ReturnType<typeof folderAt>;

export function folderAt(folder: string) {
  return {
    path: folder,
    processFile: path.join(folder, 'process.json'),
    tokenFile: path.join(folder, 'token'),
    stdout: path.join(folder, 'stdout.log'),
    stderr: path.join(folder, 'stderr.log'),
    work: path.join(folder, 'work'),
  };
}

/** The run and attempt that a folder's name says; undefined for another folder. */
export function parseFolderName(name: string): RunnerRef | undefined {
  const [, runId, attempt] = /^([0-9a-f-]{36})-(\d+)$/.exec(name) ?? [];
  return runId ? { runId, attempt: Number(attempt) } : undefined;
}

/** Whole or not at all: a portal that is killed in between leaves no half of it. */
export async function writeProcessFile(
  file: string,
  content: ProcessFile,
): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** @returns undefined when there is none, or none that can be read. */
export async function readProcessFile(
  file: string,
): Promise<ProcessFile | undefined> {
  try {
    return processFileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** `errored.tfstate` files in a folder: a state that Terraform could not save, and that is nowhere else. */
export async function findErroredStates(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') {
        return [];
      }
      throw error;
    },
  );
  const found = await Promise.all(
    entries.map(async entry => {
      const entryPath = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        // The providers' folder is large and Terraform's own.
        return entry.name === '.terraform' ? [] : findErroredStates(entryPath);
      }
      return entry.name === 'errored.tfstate' ? [entryPath] : [];
    }),
  );
  return found.flat();
}
