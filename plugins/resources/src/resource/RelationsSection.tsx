import type { ResourceItem } from '../api/ResourcesApi';
import { DefinitionList } from '../components/DefinitionList';
import { Muted } from '../components/Muted';
import { ResourceLinks } from '../components/ResourceLinks';
import { Section } from '../components/Section';
import { useTexts } from '../hooks/useTexts';

/** What the resource is built on, and what is built on it. Left out where it stands alone. */
export function RelationsSection({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const { uses, usedBy, usedByOthers } = resource;
  if (uses.length + usedBy.length + usedByOthers === 0) {
    return null;
  }
  return (
    <Section title={t('relations.title')}>
      <DefinitionList
        items={[
          {
            label: t('relations.uses'),
            value: uses.length ? (
              <ResourceLinks label={t('relations.uses')} resources={uses} />
            ) : undefined,
          },
          {
            label: t('relations.usedBy'),
            value:
              usedBy.length + usedByOthers ? (
                <>
                  <ResourceLinks
                    label={t('relations.usedBy')}
                    resources={usedBy}
                  />
                  {usedByOthers > 0 && (
                    <Muted>
                      {t('relations.others', { count: usedByOthers })}
                    </Muted>
                  )}
                </>
              ) : undefined,
          },
        ]}
      />
    </Section>
  );
}
