import type { RunStatus } from '@terrastage/plugin-resources-common';
import { useTexts } from '../hooks/useTexts';
import { StatusBadge } from './StatusBadge';
import type { Tone } from './Tone';

const tones: Record<RunStatus, Tone> = {
  pending: 'neutral',
  planning: 'active',
  planned: 'active',
  awaiting_approval: 'warning',
  applying: 'active',
  applied: 'positive',
  planned_and_finished: 'positive',
  policy_denied: 'negative',
  discarded: 'neutral',
  canceled: 'neutral',
  failed: 'negative',
  interrupted: 'warning',
  recovering: 'warning',
  needs_attention: 'warning',
};

export function RunStatusBadge({ status }: { status: RunStatus }) {
  const t = useTexts();
  return (
    <StatusBadge tone={tones[status]}>{t(`runStatus.${status}`)}</StatusBadge>
  );
}
