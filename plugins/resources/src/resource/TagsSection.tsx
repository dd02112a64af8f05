import { Text } from '@backstage/ui';
import type { ResourceItem } from '../api/ResourcesApi';
import { DefinitionList } from '../components/DefinitionList';
import { Section } from '../components/Section';
import { useTexts } from '../hooks/useTexts';

export function TagsSection({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const tags = Object.entries(resource.tags);
  return (
    <Section title={t('resource.section.tags')}>
      {tags.length === 0 ? (
        <Text color="secondary">{t('resource.tags.none')}</Text>
      ) : (
        <DefinitionList
          items={tags.map(([label, value]) => ({ label, value }))}
        />
      )}
    </Section>
  );
}
