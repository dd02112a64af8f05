import type { RunItem } from '../api/ResourcesApi';
import type { Texts } from '../hooks/useTexts';
import { adviceMessages } from '../translation/en/adviceMessages';

type AdviceKey = Exclude<
  Extract<keyof typeof adviceMessages, `advice.${string}`>,
  'advice.other'
>;

/** What to do about a failure, by its code. */
export function failureAdvice(run: RunItem, t: Texts): string {
  const key = `advice.${run.failure?.code}`;
  return key in adviceMessages && key !== 'advice.other'
    ? t(key as AdviceKey)
    : t('advice.other', { id: run.id });
}
