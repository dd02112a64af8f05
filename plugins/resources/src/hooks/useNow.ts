import { useEffect, useState } from 'react';

/** The time in milliseconds, renewed every `everyMs`; still while `everyMs` is undefined. */
export function useNow(
  everyMs: number | undefined,
  now: () => number = Date.now,
): number {
  const [time, setTime] = useState(now);

  useEffect(() => {
    if (everyMs === undefined) {
      return undefined;
    }
    setTime(now());
    const timer = setInterval(() => setTime(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, now]);

  return time;
}
