import { Skeleton } from '@backstage/ui';
import { ErrorPanel } from '../components/ErrorPanel';
import { Muted } from '../components/Muted';
import { Section } from '../components/Section';
import { useTexts } from '../hooks/useTexts';
import { RunsTable } from './RunsTable';
import type { useRuns } from './useRuns';

export function RunsSection({ runs }: { runs: ReturnType<typeof useRuns> }) {
  const t = useTexts();
  const { data, error, refetch } = runs;
  return (
    <Section title={t('resource.section.runs')}>
      {!data && !error && <Skeleton width="100%" height={60} />}
      {!data && error && <ErrorPanel error={error} onRetry={refetch} />}
      {data?.items.length === 0 && <Muted>{t('resource.runs.none')}</Muted>}
      {data && data.items.length > 0 && <RunsTable runs={data.items} />}
    </Section>
  );
}
