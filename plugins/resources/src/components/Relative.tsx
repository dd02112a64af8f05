import { useFormat } from '../hooks/useFormat';
import { useNowNear } from '../hooks/useNowNear';
import { Moment } from './Moment';

/** A time seen from now: `in 5 days`, `2 minutes ago`. */
export function Relative({ time }: { time: string }) {
  const format = useFormat();
  const now = useNowNear(time);
  return <Moment time={time} text={format.relative(time, now)} />;
}
