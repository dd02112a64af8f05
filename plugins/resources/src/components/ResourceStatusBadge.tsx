import type { ResourceStatus } from '@terrastage/plugin-resources-common';
import { useTexts } from '../hooks/useTexts';
import { StatusBadge } from './StatusBadge';
import type { Tone } from './Tone';

const tones: Record<ResourceStatus, Tone> = {
  draft: 'neutral',
  creating: 'active',
  active: 'positive',
  updating: 'active',
  deleting: 'active',
  failed: 'negative',
  needs_attention: 'warning',
  deleted: 'neutral',
};

export function ResourceStatusBadge({ status }: { status: ResourceStatus }) {
  const t = useTexts();
  return (
    <StatusBadge tone={tones[status]}>
      {t(`resourceStatus.${status}`)}
    </StatusBadge>
  );
}
