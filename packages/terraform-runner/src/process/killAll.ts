import { errorCode } from '../errors/errorCode';

/** Sends a signal to each process; one that has ended meanwhile is fine. */
export function killAll(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (errorCode(error) !== 'ESRCH') {
        throw error;
      }
    }
  }
}
