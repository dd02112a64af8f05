import { VisuallyHidden } from '@backstage/ui';
import { forwardRef } from 'react';
import { useFormat } from '../../hooks/useFormat';
import { useTexts } from '../../hooks/useTexts';
import type { LogLine } from '../RunFeed';
import styles from './LogRow.module.css';
import { splitMatches } from './splitMatches';

interface LogRowProps {
  line: LogLine;
  index: number;
  /** Pixels from the top of the log. */
  start: number;
  /** What is searched for; may be empty. */
  wanted: string;
  isCurrent: boolean;
}

export const LogRow = forwardRef<HTMLDivElement, LogRowProps>(
  ({ line, index, start, wanted, isCurrent }, ref) => {
    const t = useTexts();
    const format = useFormat();
    const { level, message, time } = line;
    const names = [styles.row, styles[level], isCurrent && styles.current];
    return (
      <div
        ref={ref}
        data-index={index}
        className={names.filter(Boolean).join(' ')}
        style={{ transform: `translateY(${start}px)` }}
      >
        <time dateTime={time} className={styles.time}>
          {format.time(time)}
        </time>
        {(level === 'warn' || level === 'error') && (
          <VisuallyHidden>{t(`log.level.${level}`)}: </VisuallyHidden>
        )}
        <span className={styles.message}>
          {splitMatches(message, wanted).map(({ text, isMatch }, part) =>
            isMatch ? <mark key={part}>{text}</mark> : text,
          )}
        </span>
      </div>
    );
  },
);
