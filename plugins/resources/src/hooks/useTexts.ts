import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { resourcesTranslationRef } from '../translation/resourcesTranslationRef';

export type Texts = TranslationFunction<(typeof resourcesTranslationRef)['T']>;

/** This plugin's texts in the user's language. */
export function useTexts(): Texts {
  return useTranslationRef(resourcesTranslationRef).t;
}
