import { RiLockLine } from '@remixicon/react';
import type { ResourceItem } from '../api/ResourcesApi';
import { Copyable } from '../components/Copyable';
import { DataTable } from '../components/DataTable';
import { Muted } from '../components/Muted';
import { Section } from '../components/Section';
import { formatValue } from '../format/formatValue';
import { useTexts } from '../hooks/useTexts';
import styles from './OutputsSection.module.css';

export function OutputsSection({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const title = t('resource.section.outputs');
  const outputs = Object.entries(resource.outputs).sort(([a], [b]) =>
    a.localeCompare(b),
  );
  return (
    <Section title={title}>
      {outputs.length === 0 ? (
        <Muted>
          {t(
            resource.status === 'creating'
              ? 'resource.outputs.later'
              : 'resource.outputs.none',
          )}
        </Muted>
      ) : (
        <DataTable
          caption={title}
          columns={[t('resource.column.name'), t('resource.column.value')]}
          rows={outputs.map(([name, output]) => ({
            id: name,
            cells: [
              name,
              output.sensitive ? (
                <span className={styles.sensitive}>
                  <RiLockLine aria-hidden="true" />
                  {t('resource.outputs.sensitive')}
                </span>
              ) : (
                <Copyable what={name} text={formatValue(output.value)} />
              ),
            ],
          }))}
        />
      )}
    </Section>
  );
}
