export { appTranslationRef } from './appTranslationRef';
export { translationsModule } from './translationsModule';
