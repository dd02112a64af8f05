import type { ResourceItem } from '../api/ResourcesApi';
import { Code } from '../components/Code';
import { Copyable } from '../components/Copyable';
import { DefinitionList } from '../components/DefinitionList';
import { EntityLink } from '../components/EntityLink';
import { Muted } from '../components/Muted';
import { Section } from '../components/Section';
import { useOptions } from '../hooks/useOptions';
import { useTexts } from '../hooks/useTexts';

export function AboutSection({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const { data: options } = useOptions();
  const costCenter = options?.costCenters.find(
    ({ name }) => name === resource.costCenter,
  );
  const entity = (entityRef?: string) =>
    entityRef && <EntityLink entityRef={entityRef} />;
  return (
    <Section title={t('resource.section.about')}>
      <DefinitionList
        items={[
          { label: 'Id', value: <Copyable what="id" text={resource.id} /> },
          {
            label: t('resource.description'),
            value: resource.description,
          },
          {
            label: t('resource.account'),
            value: <Code>{resource.account}</Code>,
          },
          {
            label: t('resource.region'),
            value: <Code>{resource.region}</Code>,
          },
          {
            label: t('resource.costCenter'),
            value: costCenter
              ? `${costCenter.title} (${costCenter.name})`
              : resource.costCenter,
          },
          { label: t('resource.createdBy'), value: entity(resource.createdBy) },
          { label: t('resource.system'), value: entity(resource.system) },
          {
            label: t('resource.template'),
            value: entity(resource.templateRef),
          },
          {
            label: t('upgrade.versions'),
            value: <Code>{resource.templateVersion}</Code>,
          },
          {
            label: t('upgrade.commit'),
            value: resource.templateCommit ? (
              <Copyable what="id" text={resource.templateCommit} />
            ) : (
              <Muted>{t('upgrade.noCommit')}</Muted>
            ),
          },
          {
            label: t('resource.catalogEntity'),
            value: entity(resource.entityRef),
          },
        ]}
      />
    </Section>
  );
}
