import { useFormat } from '../hooks/useFormat';
import { useNow } from '../hooks/useNow';
import { Moment } from './Moment';

/** How old something is. */
export function Age({ since }: { since: string }) {
  const format = useFormat();
  const now = useNow(30_000);
  return <Moment time={since} text={format.age(since, now)} />;
}
