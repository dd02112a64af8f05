import { useMemo } from 'react';
import { formatAge } from '../format/formatAge';
import { formatBytes } from '../format/formatBytes';
import { formatDateTime } from '../format/formatDateTime';
import { formatDuration } from '../format/formatDuration';
import { formatMegabytes } from '../format/formatMegabytes';
import { formatRelative } from '../format/formatRelative';
import { formatTime } from '../format/formatTime';
import { useLanguage } from './useLanguage';

/** The formatters in the user's language. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(
    () => ({
      age: (since: string, now: number) => formatAge(since, now, language),
      bytes: (count: number) => formatBytes(count, language),
      dateTime: (time: string) => formatDateTime(time, language),
      duration: (ms: number) => formatDuration(ms, language),
      megabytes: (bytes: number) => formatMegabytes(bytes, language),
      relative: (time: string, now: number) =>
        formatRelative(time, now, language),
      time: (time: string) => formatTime(time, language),
    }),
    [language],
  );
}
