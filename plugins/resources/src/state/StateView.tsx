import { Text } from '@backstage/ui';
import type { ResourceItem } from '../api/ResourcesApi';
import { isChanging } from '../hooks/pollInterval';
import { useTexts } from '../hooks/useTexts';
import { ComparisonSection } from './ComparisonSection';
import { LockNotice } from './LockNotice';
import styles from './StateView.module.css';
import { useComparedVersions } from './useComparedVersions';
import { useStateVersions } from './useStateVersions';
import { VersionsSection } from './VersionsSection';

/** What became of a resource's state over time. */
export function StateView({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const versions = useStateVersions(resource.id, isChanging(resource));
  const compared = useComparedVersions();
  const items = versions.data?.pages.flatMap(page => page.items);
  return (
    <div className={styles.root}>
      <Text as="h2" variant="title-medium" weight="bold">
        {t('state.title', { name: resource.name })}
      </Text>
      <LockNotice resourceId={resource.id} />
      <VersionsSection
        resource={resource}
        versions={versions}
        onCompare={compared.choose}
      />
      {items && items.length > 0 && (
        <ComparisonSection
          resourceId={resource.id}
          versions={items}
          compared={compared}
        />
      )}
    </div>
  );
}
