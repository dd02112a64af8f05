import type { ResourceItem } from '../api/ResourcesApi';
import { Muted } from '../components/Muted';
import { Section } from '../components/Section';
import { useTexts } from '../hooks/useTexts';
import { ManagedTable } from './ManagedTable';

/** What a delete takes away. */
export function ManagedSection({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  return (
    <Section title={t('resource.section.managed')}>
      {resource.managed.length === 0 ? (
        <Muted>{t('resource.managed.none')}</Muted>
      ) : (
        <ManagedTable managed={resource.managed} />
      )}
    </Section>
  );
}
