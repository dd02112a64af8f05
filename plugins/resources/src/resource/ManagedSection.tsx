import { Text } from '@backstage/ui';
import type { ResourceItem } from '../api/ResourcesApi';
import { Section } from '../components/Section';
import { useTexts } from '../hooks/useTexts';
import { ManagedTable } from './ManagedTable';

/** What a delete takes away. */
export function ManagedSection({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  return (
    <Section title={t('resource.section.managed')}>
      {resource.managed.length === 0 ? (
        <Text color="secondary">{t('resource.managed.none')}</Text>
      ) : (
        <ManagedTable managed={resource.managed} />
      )}
    </Section>
  );
}
