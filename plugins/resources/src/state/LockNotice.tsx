import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { useState } from 'react';
import type { LockItem } from '../api/ResourcesApi';
import { Notice } from '../components/Notice';
import { useFormat } from '../hooks/useFormat';
import { useTexts } from '../hooks/useTexts';
import { runRouteRef } from '../routes';
import { UnlockDialog } from './UnlockDialog';
import { useLock } from './useLock';

/** That somebody holds the lock of a state, whether that one still works, and the way out where it does not. */
export function LockNotice({ resourceId }: { resourceId: string }) {
  const t = useTexts();
  const format = useFormat();
  const runLink = useRouteRef(runRouteRef);
  const [unlocking, setUnlocking] = useState<LockItem['lock']>();
  const { data } = useLock(resourceId);
  if (!data?.lock) {
    return null;
  }
  const { lock, holder = 'unknown', run, unlockable } = data;
  return (
    <>
      <Notice
        status={holder === 'alive' ? 'info' : 'warning'}
        title={t('lock.title', {
          who: lock.who,
          since: format.dateTime(lock.created),
        })}
        description={
          <>
            {t(`lock.${holder}`)}{' '}
            {run?.heartbeatAt &&
              t('lock.heartbeat', {
                time: format.dateTime(run.heartbeatAt),
              })}{' '}
            {holder !== 'alive' && !unlockable && t('lock.admins')}
          </>
        }
        customActions={
          <>
            {run && (
              <ButtonLink
                size="small"
                variant="secondary"
                href={runLink?.({ runId: run.id }) ?? ''}
              >
                {t('lock.openRun')}
              </ButtonLink>
            )}
            {unlockable && (
              <Button
                size="small"
                variant="secondary"
                destructive
                onPress={() => setUnlocking(lock)}
              >
                {t('lock.unlock')}
              </Button>
            )}
          </>
        }
      />
      {unlocking && (
        <UnlockDialog
          resourceId={resourceId}
          lock={unlocking}
          holder={holder}
          onClose={() => setUnlocking(undefined)}
        />
      )}
    </>
  );
}
