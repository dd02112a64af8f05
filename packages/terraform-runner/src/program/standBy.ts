import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { loadParser } from '../checks/loadParser';

const environmentSchema = z.record(z.string(), z.string());

export type StandByOptions = {
  input: Readable;
  /** The folder that it was started in. */
  folder: string;
  /** Loads what a run needs. */
  load: () => Promise<unknown>;
};

/**
 * Loads everything that a run needs and waits for one line: the environment of the run, as a JSON object.
 *
 * @returns undefined when the input ends without one: nobody will need this runner. Its folder is gone
 * then.
 * @throws SyntaxError or ZodError for another line
 */
export async function standBy({
  input,
  folder,
  load,
}: StandByOptions): Promise<Record<string, string> | undefined> {
  // Whoever needs it hears of a failure.
  loadParser().catch(() => undefined);
  await load();
  for await (const line of createInterface({ input })) {
    return environmentSchema.parse(JSON.parse(line));
  }
  await rm(folder, { recursive: true, force: true });
  return undefined;
}
