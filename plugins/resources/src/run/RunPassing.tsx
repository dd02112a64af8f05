import type { RunItem } from '../api/ResourcesApi';
import { Notice } from '../components/Notice';
import { isActive } from '../hooks/pollInterval';
import { useEntityTitles } from '../hooks/useEntityTitles';
import { useTexts } from '../hooks/useTexts';

/** What is so for now: waiting, being canceled, being recovered. */
export function RunPassing({ run }: { run: RunItem }) {
  const t = useTexts();
  const { cancelRequestedBy, queuePosition, status } = run;
  const titles = useEntityTitles(cancelRequestedBy ? [cancelRequestedBy] : []);

  if (!isActive(run)) {
    return null;
  }
  if (cancelRequestedBy) {
    return (
      <Notice
        status="warning"
        title={t('run.cancel.requested', {
          by: titles[cancelRequestedBy] ?? cancelRequestedBy,
        })}
      />
    );
  }
  if (queuePosition !== undefined) {
    return (
      <Notice
        status="info"
        title={t('run.queue', { position: String(queuePosition) })}
      />
    );
  }
  return status === 'interrupted' || status === 'recovering' ? (
    <Notice status="warning" title={t(`run.${status}`)} />
  ) : null;
}
