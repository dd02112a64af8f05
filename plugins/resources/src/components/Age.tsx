import { useFormat } from '../hooks/useFormat';
import { useNowNear } from '../hooks/useNowNear';
import { Moment } from './Moment';

/** How old something is. */
export function Age({ since }: { since: string }) {
  const format = useFormat();
  const now = useNowNear(since);
  return <Moment time={since} text={format.age(since, now)} />;
}
