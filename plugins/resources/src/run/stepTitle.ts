import type { Texts } from '../hooks/useTexts';
import { statusMessages } from '../translation/en/statusMessages';

type StepKey = Extract<keyof typeof statusMessages, `step.${string}`>;

/** The name of a step for people; one that this page does not know keeps the runner's name. */
export function stepTitle(step: string, t: Texts): string {
  const key = `step.${step}`;
  return key in statusMessages ? t(key as StepKey) : step;
}
