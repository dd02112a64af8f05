import { Code } from '../components/Code';
import { Notice } from '../components/Notice';
import { useTexts } from '../hooks/useTexts';
import styles from './DiagnosticBox.module.css';
import type { Diagnostic } from './RunFeed';

type DiagnosticFacts = Omit<Diagnostic, 'seq' | 'time' | 'type'>;

/** One diagnostic of Terraform with its place in the files. */
export function DiagnosticBox({ diagnostic }: { diagnostic: DiagnosticFacts }) {
  const t = useTexts();
  const { severity, summary, detail, address, file, line, snippet } =
    diagnostic;
  const place =
    file && line !== undefined
      ? t('diagnostics.place', { file, line: String(line) })
      : file;
  return (
    <Notice
      status={severity === 'error' ? 'danger' : 'warning'}
      title={`${t(`diagnostics.${severity}`)}: ${summary}`}
      description={
        <div className={styles.body}>
          {detail && <p className={styles.detail}>{detail}</p>}
          {(place || address) && (
            <p className={styles.place}>
              {[place, address].filter(Boolean).join(' · ')}
            </p>
          )}
          {snippet && (
            <pre className={styles.snippet}>
              <Code>{snippet}</Code>
            </pre>
          )}
        </div>
      }
    />
  );
}
