import { Button, Skeleton } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import type { ResourceItem } from '../api/ResourcesApi';
import { EmptyState } from '../components/EmptyState';
import { ErrorPanel } from '../components/ErrorPanel';
import { Muted } from '../components/Muted';
import { Section } from '../components/Section';
import { useTexts } from '../hooks/useTexts';
import type { useStateVersions } from './useStateVersions';
import styles from './VersionsSection.module.css';
import { VersionsTable } from './VersionsTable';

interface VersionsSectionProps {
  resource: ResourceItem;
  versions: ReturnType<typeof useStateVersions>;
  onCompare: (versions: { from: string; to: string }) => void;
}

export function VersionsSection(props: VersionsSectionProps) {
  const t = useTexts();
  const { resource, versions, onCompare } = props;
  const { data, error, refetch, hasNextPage, fetchNextPage } = versions;
  const items = data?.pages.flatMap(page => page.items);
  return (
    <Section title={t('state.versions.title')}>
      <div className={styles.root}>
        <Muted>{t('state.versions.intro')}</Muted>
        {!items && !error && <Skeleton width="100%" height={120} />}
        {error && <ErrorPanel error={error} onRetry={refetch} />}
        {items?.length === 0 && (
          <div className={styles.wide}>
            <EmptyState
              icon={<RiHistoryLine />}
              title={t('state.versions.none')}
              advice={t('state.versions.noneAdvice')}
            />
          </div>
        )}
        {items && items.length > 0 && (
          <div className={styles.wide}>
            <VersionsTable
              resource={resource}
              versions={items}
              onCompare={onCompare}
            />
          </div>
        )}
        {hasNextPage && (
          <Button
            size="small"
            variant="secondary"
            isPending={versions.isFetchingNextPage}
            onPress={() => fetchNextPage()}
          >
            {t('state.versions.more')}
          </Button>
        )}
      </div>
    </Section>
  );
}
