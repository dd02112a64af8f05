import type { ResourceItem } from '../api/ResourcesApi';
import { DefinitionList } from '../components/DefinitionList';
import { Muted } from '../components/Muted';
import { Section } from '../components/Section';
import { useTexts } from '../hooks/useTexts';

export function TagsSection({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const tags = Object.entries(resource.tags);
  return (
    <Section title={t('resource.section.tags')}>
      {tags.length === 0 ? (
        <Muted>{t('resource.tags.none')}</Muted>
      ) : (
        <DefinitionList
          items={tags.map(([label, value]) => ({ label, value }))}
        />
      )}
    </Section>
  );
}
