import type { RunItem } from '../api/ResourcesApi';
import { Section } from '../components/Section';
import { useTexts } from '../hooks/useTexts';
import styles from './StepList.module.css';
import { StepRow } from './StepRow';
import { stepsToShow } from './stepsToShow';

/** What the runner did, does and will do, with times. */
export function StepList({ run }: { run: RunItem }) {
  const t = useTexts();
  return (
    <Section title={t('run.steps')}>
      <ol className={styles.list}>
        {stepsToShow(run).map(step => (
          <StepRow key={step.id} step={step} />
        ))}
      </ol>
    </Section>
  );
}
