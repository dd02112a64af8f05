import { Button } from '@backstage/ui';
import { isDestructive } from '@terrastage/plugin-resources-common';
import { useState } from 'react';
import type { RunItem } from '../api/ResourcesApi';
import { Notice } from '../components/Notice';
import { useFormat } from '../hooks/useFormat';
import { useTexts } from '../hooks/useTexts';
import { ConfirmDialog } from './ConfirmDialog';
import { DiscardDialog } from './DiscardDialog';

/** A plan that waits for a person, and what that person can do. */
export function RunDecision({ run }: { run: RunItem }) {
  const t = useTexts();
  const format = useFormat();
  const [asking, setAsking] = useState<'confirm' | 'discard'>();
  const { summary, planDigest, decideBy } = run;
  if (run.status !== 'awaiting_approval' || !summary || !planDigest) {
    return null;
  }
  const close = () => setAsking(undefined);
  const what = isDestructive(summary) ? 'destructive' : 'intro';
  return (
    <>
      <Notice
        status={isDestructive(summary) ? 'danger' : 'warning'}
        title={t('decide.title')}
        description={
          <>
            {t(`decide.${what}`)}{' '}
            {!run.actions.decide && `${t('decide.byOthers')} `}
            {decideBy && t('decide.by', { time: format.dateTime(decideBy) })}
          </>
        }
        customActions={
          run.actions.decide && (
            <>
              <Button
                size="small"
                variant="primary"
                onPress={() => setAsking('confirm')}
              >
                {t('decide.confirm')}
              </Button>
              <Button
                size="small"
                variant="secondary"
                onPress={() => setAsking('discard')}
              >
                {t('decide.discard')}
              </Button>
            </>
          )
        }
      />
      {asking === 'confirm' && (
        <ConfirmDialog
          run={run}
          summary={summary}
          planDigest={planDigest}
          onClose={close}
        />
      )}
      {asking === 'discard' && <DiscardDialog run={run} onClose={close} />}
    </>
  );
}
