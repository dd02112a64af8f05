import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex } from '@backstage/ui';
import type { ResourceItem } from '../api/ResourcesApi';
import { Code } from '../components/Code';
import { Copyable } from '../components/Copyable';
import { DefinitionList } from '../components/DefinitionList';
import { Muted } from '../components/Muted';
import { Section } from '../components/Section';
import { useTexts } from '../hooks/useTexts';
import { stateRouteRef } from '../routes';
import { LockNotice } from '../state/LockNotice';

export function StateSection({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const stateLink = useRouteRef(stateRouteRef);
  const { state } = resource;
  const copyable = (label: string, text: string) => ({
    label,
    value: <Copyable what={label} text={text} />,
  });
  const plain = (label: string, value: string | number | undefined) => ({
    label,
    value: value === undefined ? undefined : <Code>{value}</Code>,
  });
  return (
    <Section
      title={t('resource.section.state')}
      actions={
        <ButtonLink
          size="small"
          variant="secondary"
          href={stateLink?.({ resourceId: resource.id }) ?? ''}
        >
          {t('state.open')}
        </ButtonLink>
      }
    >
      <Flex direction="column" gap="4">
        <LockNotice resourceId={resource.id} />
        <DefinitionList
          items={[
            copyable(t('resource.state.bucket'), state.bucket),
            copyable(t('resource.state.key'), state.key),
            plain(t('resource.state.region'), state.region),
            plain(t('resource.state.serial'), state.serial),
            plain(t('resource.state.lineage'), state.lineage),
            plain(t('resource.state.version'), state.versionId),
            plain(t('resource.state.terraform'), state.terraformVersion),
            copyable(t('resource.state.bundle'), resource.bundleDigest),
          ]}
        />
        {state.serial === undefined && (
          <Muted>{t('resource.state.none')}</Muted>
        )}
      </Flex>
    </Section>
  );
}
