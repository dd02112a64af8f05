import type { LogLine } from '../RunFeed';

/** Indices of the lines that hold `text`, in any case. */
export function findMatches(lines: LogLine[], text: string): number[] {
  const wanted = text.toLowerCase();
  if (wanted === '') {
    return [];
  }
  return lines.flatMap(({ message }, index) =>
    message.toLowerCase().includes(wanted) ? [index] : [],
  );
}
