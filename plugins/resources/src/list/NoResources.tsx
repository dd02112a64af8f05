import { Button, ButtonLink } from '@backstage/ui';
import { RiAddLine, RiSearchLine, RiStackLine } from '@remixicon/react';
import { EmptyState } from '../components/EmptyState';
import { useCreateLink } from '../hooks/useCreateLink';
import { useTexts } from '../hooks/useTexts';

interface NoResourcesProps {
  mine: boolean;
  filtered: boolean;
  onClear: () => void;
}

/** Instead of an empty table. */
export function NoResources({ mine, filtered, onClear }: NoResourcesProps) {
  const t = useTexts();
  const createLink = useCreateLink();

  if (filtered) {
    return (
      <EmptyState
        icon={<RiSearchLine />}
        title={t('list.noMatch.title')}
        advice={t('list.noMatch.advice')}
        action={
          <Button variant="secondary" onPress={onClear}>
            {t('list.clearFilters')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<RiStackLine />}
      title={t(mine ? 'list.empty.title' : 'list.emptyAll.title')}
      advice={t(mine ? 'list.empty.advice' : 'list.emptyAll.advice')}
      action={
        <ButtonLink
          href={createLink}
          variant="primary"
          iconStart={<RiAddLine />}
        >
          {t(mine ? 'list.empty.action' : 'list.create')}
        </ButtonLink>
      }
    />
  );
}
