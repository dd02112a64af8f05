import { Text } from '@backstage/ui';
import type { ResourceItem } from '../api/ResourcesApi';
import { Code } from '../components/Code';
import { DefinitionList } from '../components/DefinitionList';
import { Section } from '../components/Section';
import { formatValue } from '../format/formatValue';
import { useTexts } from '../hooks/useTexts';

export function InputsSection({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const inputs = Object.entries(resource.inputs);
  return (
    <Section title={t('resource.section.inputs')}>
      {inputs.length === 0 ? (
        <Text color="secondary">{t('resource.inputs.none')}</Text>
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
