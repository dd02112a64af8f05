import { useMemo, useState } from 'react';
import type { LogLine } from '../RunFeed';
import { findMatches } from './findMatches';

export interface LogSearch {
  text: string;
  setText: (text: string) => void;
  total: number;
  /** Which match is looked at, from 1; 0 without any. */
  current: number;
  /** The line of that match. */
  line: number | undefined;
  next: () => void;
  previous: () => void;
}

/** A search through the log that goes round at its ends. */
export function useLogSearch(lines: LogLine[]): LogSearch {
  const [text, setText] = useState('');
  const [position, setPosition] = useState(0);
  const matches = useMemo(() => findMatches(lines, text), [lines, text]);
  const total = matches.length;
  const at = total ? ((position % total) + total) % total : 0;

  return {
    text,
    setText: value => {
      setText(value);
      setPosition(0);
    },
    total,
    current: total ? at + 1 : 0,
    line: matches[at],
    next: () => setPosition(at + 1),
    previous: () => setPosition(at - 1),
  };
}
