import { useTexts } from '../hooks/useTexts';
import { DiagnosticBox } from './DiagnosticBox';
import styles from './DiagnosticList.module.css';
import type { Diagnostic } from './RunFeed';

/** What Terraform complains about; the same complaint only once. */
export function DiagnosticList({ diagnostics }: { diagnostics: Diagnostic[] }) {
  const t = useTexts();
  const distinct = new Map(
    diagnostics.map(
      ({ severity, summary, detail, address, file, line, snippet }) => {
        const facts = {
          severity,
          summary,
          detail,
          address,
          file,
          line,
          snippet,
        };
        return [JSON.stringify(facts), facts] as const;
      },
    ),
  );
  if (distinct.size === 0) {
    return null;
  }
  return (
    <section aria-label={t('diagnostics.title')} className={styles.root}>
      {[...distinct].map(([key, facts]) => (
        <DiagnosticBox key={key} diagnostic={facts} />
      ))}
    </section>
  );
}
