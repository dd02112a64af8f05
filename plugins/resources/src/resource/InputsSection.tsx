import type { ResourceItem } from '../api/ResourcesApi';
import { Code } from '../components/Code';
import { DefinitionList } from '../components/DefinitionList';
import { Muted } from '../components/Muted';
import { Section } from '../components/Section';
import { formatValue } from '../format/formatValue';
import { useTexts } from '../hooks/useTexts';

export function InputsSection({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const inputs = Object.entries(resource.inputs);
  return (
    <Section title={t('resource.section.inputs')}>
      {inputs.length === 0 ? (
        <Muted>{t('resource.inputs.none')}</Muted>
      ) : (
        <DefinitionList
          items={inputs.map(([label, value]) => ({
            label,
            value: <Code>{formatValue(value)}</Code>,
          }))}
        />
      )}
    </Section>
  );
}
