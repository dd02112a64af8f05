import type { RunProgressItem } from '../api/ResourcesApi';
import { Code } from '../components/Code';
import { ProgressBar } from '../components/ProgressBar';
import { Section } from '../components/Section';
import { useFormat } from '../hooks/useFormat';
import { useNow } from '../hooks/useNow';
import { useTexts } from '../hooks/useTexts';
import styles from './ProgressSection.module.css';

/** How far the apply is, and what it is at since when. */
export function ProgressSection({ progress }: { progress: RunProgressItem }) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow(1_000);
  return (
    <Section title={t('run.progress')}>
      <ProgressBar progress={progress} />
      <ul className={styles.list}>
        {progress.current.map(({ address, action, since }) => (
          <li key={address}>
            {t('run.progress.current', {
              action: t(`action.${action}`),
              address: <Code>{address}</Code>,
              time: format.duration(now - Date.parse(since)),
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
