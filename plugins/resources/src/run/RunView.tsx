import { VisuallyHidden } from '@backstage/ui';
import type { RunItem } from '../api/ResourcesApi';
import { isActive } from '../hooks/pollInterval';
import { useTexts } from '../hooks/useTexts';
import { DiagnosticList } from './DiagnosticList';
import type { Connection } from './followRun';
import { LogSection } from './log/LogSection';
import { PlanSection } from './plan/PlanSection';
import { ProgressSection } from './ProgressSection';
import type { RunFeed } from './RunFeed';
import { RunHeading } from './RunHeading';
import { RunNotice } from './RunNotice';
import styles from './RunView.module.css';
import { StepList } from './StepList';

interface RunViewProps {
  run: RunItem;
  feed: RunFeed;
  connection: Connection;
}

export function RunView({ run, feed, connection }: RunViewProps) {
  const t = useTexts();
  const status = t(`runStatus.${run.status}`);
  return (
    <div className={styles.root}>
      <VisuallyHidden role="status">
        {run.progress && run.status === 'applying'
          ? t('run.announceProgress', {
              status,
              done: String(run.progress.done),
              total: String(run.progress.total),
            })
          : t('run.announce', { status })}
      </VisuallyHidden>
      <RunHeading run={run} />
      <RunNotice run={run} />
      <DiagnosticList diagnostics={feed.diagnostics} />
      <div className={styles.columns}>
        <div className={styles.side}>
          {run.progress && isActive(run) && (
            <ProgressSection progress={run.progress} />
          )}
          <StepList run={run} />
        </div>
        <div className={styles.main}>
          <PlanSection run={run} />
          <LogSection run={run} lines={feed.lines} connection={connection} />
        </div>
      </div>
    </div>
  );
}
