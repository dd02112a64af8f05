import { VisuallyHidden } from '@backstage/ui';
import {
  RiCheckboxCircleFill,
  RiCircleLine,
  RiCloseCircleFill,
  RiLoader4Line,
  RiSkipForwardLine,
  RiStopCircleLine,
} from '@remixicon/react';
import { useFormat } from '../hooks/useFormat';
import { useTexts } from '../hooks/useTexts';
import { StepDuration } from './StepDuration';
import styles from './StepRow.module.css';
import { stepTitle } from './stepTitle';
import type { ShownStep } from './stepsToShow';

const icons = {
  started: RiLoader4Line,
  finished: RiCheckboxCircleFill,
  failed: RiCloseCircleFill,
  skipped: RiSkipForwardLine,
  stopped: RiStopCircleLine,
  waiting: RiCircleLine,
};

export function StepRow({ step }: { step: ShownStep }) {
  const t = useTexts();
  const format = useFormat();
  const { status, startedAt } = step;
  const Icon = icons[status];
  return (
    <li
      className={`${styles.root} ${styles[status]}`}
      aria-current={status === 'started' ? 'step' : undefined}
    >
      <Icon aria-hidden="true" className={styles.icon} />
      <span className={styles.title}>
        {stepTitle(step.step, t)}
        <VisuallyHidden>: {t(`run.step.${status}`)}</VisuallyHidden>
        {startedAt && (
          <time dateTime={startedAt} className={styles.time}>
            {format.time(startedAt)}
          </time>
        )}
      </span>
      <StepDuration step={step} />
    </li>
  );
}
