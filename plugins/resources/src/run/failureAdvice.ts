import type { RunItem } from '../api/ResourcesApi';
import type { Texts } from '../hooks/useTexts';
import { runMessages } from '../translation/en/runMessages';

type AdviceKey = Exclude<
  Extract<keyof typeof runMessages, `advice.${string}`>,
  'advice.other'
>;

/** What to do about a failure, by its code. */
export function failureAdvice(run: RunItem, t: Texts): string {
  const key = `advice.${run.failure?.code}`;
  return key in runMessages && key !== 'advice.other'
    ? t(key as AdviceKey)
    : t('advice.other', { id: run.id });
}
