import { useFormat } from '../hooks/useFormat';
import { useNow } from '../hooks/useNow';
import { Moment } from './Moment';

/** A time seen from now: `in 5 days`, `2 minutes ago`. */
export function Relative({ time }: { time: string }) {
  const format = useFormat();
  const now = useNow(30_000);
  return <Moment time={time} text={format.relative(time, now)} />;
}
