import { Select, Skeleton } from '@backstage/ui';
import type { StateVersionItem } from '../api/ResourcesApi';
import { ErrorPanel } from '../components/ErrorPanel';
import { Muted } from '../components/Muted';
import { Section } from '../components/Section';
import { useFormat } from '../hooks/useFormat';
import { useTexts } from '../hooks/useTexts';
import styles from './ComparisonSection.module.css';
import { Differences } from './Differences';
import type { ComparedVersions } from './useComparedVersions';
import { useStateComparison } from './useStateComparison';

interface ComparisonSectionProps {
  resourceId: string;
  versions: StateVersionItem[];
  compared: ComparedVersions;
}

/** Two versions, and what is different in the second. */
export function ComparisonSection(props: ComparisonSectionProps) {
  const t = useTexts();
  const format = useFormat();
  const { resourceId, compared } = props;
  const { from, to, choose } = compared;
  const states = props.versions.filter(({ kind }) => kind === 'state');
  const { data, error, refetch } = useStateComparison(
    resourceId,
    from && to ? { from, to } : undefined,
  );
  const options = states.map(version => ({
    id: version.versionId,
    label: t(
      version.current
        ? 'state.compare.currentVersion'
        : 'state.compare.version',
      {
        serial: String(version.serial),
        when: format.dateTime(version.modifiedAt),
      },
    ),
  }));

  if (states.length < 2) {
    return (
      <Section title={t('state.compare.title')}>
        <Muted>{t('state.compare.tooFew')}</Muted>
      </Section>
    );
  }
  return (
    <Section title={t('state.compare.title')}>
      <div className={styles.root}>
        <div className={styles.choice}>
          {(['from', 'to'] as const).map(side => (
            <Select
              key={side}
              label={t(`state.compare.${side}`)}
              options={options}
              value={compared[side] ?? null}
              onChange={id => choose({ [side]: String(id) })}
            />
          ))}
        </div>
        {(!from || !to) && <Muted>{t('state.compare.choose')}</Muted>}
        {from && to && !data && !error && (
          <Skeleton width="100%" height={120} />
        )}
        {error && <ErrorPanel error={error} onRetry={refetch} />}
        {data && <Differences key={`${from} ${to}`} comparison={data} />}
      </div>
    </Section>
  );
}
