import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { useTexts } from '../../hooks/useTexts';
import type { LogLine } from '../RunFeed';
import styles from './LogLines.module.css';
import { LogRow } from './LogRow';
import type { LogSearch } from './useLogSearch';
import { useUserScroll } from './useUserScroll';

/** Pixels of a line that does not wrap. */
const LINE_HEIGHT = 20;

/** Who has no mouse scrolls with the arrow keys, for which the box has to take the focus. */
const reachableByKeyboard = { tabIndex: 0 };

interface LogLinesProps {
  lines: LogLine[];
  search: LogSearch;
  following: boolean;
  onFollow: (following: boolean) => void;
}

/** Only the lines in sight are in the page, so that 20,000 are as quick as 20. */
export function LogLines(props: LogLinesProps) {
  const t = useTexts();
  const { lines, search, following, onFollow } = props;
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: index => lines[index].seq,
    overscan: 20,
  });

  useUserScroll(
    box,
    useCallback(() => onFollow(false), [onFollow]),
  );

  useEffect(() => {
    if (following && lines.length) {
      virtual.scrollToIndex(lines.length - 1, { align: 'end' });
    }
  }, [virtual, following, lines.length]);

  useEffect(() => {
    if (search.line !== undefined) {
      onFollow(false);
      virtual.scrollToIndex(search.line, { align: 'center' });
    }
  }, [virtual, search.line, onFollow]);

  return (
    <div
      ref={box}
      role="log"
      aria-label={t('log.region')}
      aria-live="off"
      className={styles.box}
      {...reachableByKeyboard}
    >
      <div className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <LogRow
            key={key}
            ref={virtual.measureElement}
            index={index}
            start={start}
            line={lines[index]}
            wanted={search.text}
            isCurrent={index === search.line}
          />
        ))}
      </div>
    </div>
  );
}
