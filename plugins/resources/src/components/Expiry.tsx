import { useTexts } from '../hooks/useTexts';
import { Relative } from './Relative';

/** When a resource expires, or that it does not. */
export function Expiry({ expiresAt }: { expiresAt?: string }) {
  const t = useTexts();
  return expiresAt ? (
    <Relative time={expiresAt} />
  ) : (
    <>{t('list.neverExpires')}</>
  );
}
