import type { LogLine } from '../RunFeed';

/** The log as a text file, with times in UTC. */
export function logText(lines: LogLine[]): string {
  return lines
    .map(
      ({ time, level, source, message }) =>
        `${time} ${level.padEnd(5)} ${source} ${message}\n`,
    )
    .join('');
}
