import { useState } from 'react';
import { useNow } from './useNow';

const NEAR_MS = 90_000;

/** The time in milliseconds, renewed every second while `time` is near, when the seconds are read, and seldom later. */
export function useNowNear(time: string, clock?: () => number): number {
  const [near, setNear] = useState(true);
  const now = useNow(near ? 1_000 : 30_000, clock);
  const isNear = Math.abs(now - Date.parse(time)) < NEAR_MS;
  if (isNear !== near) {
    setNear(isNear);
  }
  return now;
}
