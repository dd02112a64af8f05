import type { ProcessEnd } from '../process/runToFiles';

/** How a command ended, for a message: the signal's name or the exit code. */
export function describeEnd({ exitCode, signal }: ProcessEnd): string {
  return signal ?? `exit code ${exitCode}`;
}
