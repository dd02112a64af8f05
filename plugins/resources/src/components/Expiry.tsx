import { useNow } from '../hooks/useNow';
import { useTexts } from '../hooks/useTexts';
import { Relative } from './Relative';
import { StatusBadge } from './StatusBadge';

/** Milliseconds before an expiry from which on it is marked: a week. */
const SOON = 7 * 86_400_000;

/** When a resource expires, or that it does not; marked when it is near or past. */
export function Expiry({ expiresAt }: { expiresAt?: string }) {
  const t = useTexts();
  const now = useNow(30_000);
  if (!expiresAt) {
    return <>{t('list.neverExpires')}</>;
  }
  const left = new Date(expiresAt).getTime() - now;
  const time = <Relative time={expiresAt} />;
  return left > SOON ? (
    time
  ) : (
    <StatusBadge tone={left > 0 ? 'warning' : 'negative'}>{time}</StatusBadge>
  );
}
