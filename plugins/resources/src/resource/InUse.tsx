import type { ResourceItem } from '../api/ResourcesApi';
import { Notice } from '../components/Notice';
import { ResourceLinks } from '../components/ResourceLinks';
import { useTexts } from '../hooks/useTexts';

/** Why a resource cannot be deleted now: what is built on it, with the way there. */
export function InUse({ resource }: { resource: ResourceItem }) {
  const t = useTexts();
  const { usedBy, usedByOthers } = resource;
  return (
    <Notice
      role="alert"
      status="warning"
      title={t('relations.inUse')}
      description={
        <>
          <p>{t('relations.inUseAdvice')}</p>
          <ResourceLinks label={t('relations.usedBy')} resources={usedBy} />
          {usedByOthers > 0 && (
            <p>{t('relations.others', { count: usedByOthers })}</p>
          )}
        </>
      }
    />
  );
}
