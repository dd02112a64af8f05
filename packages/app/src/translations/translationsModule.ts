import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { appTranslationRef } from './appTranslationRef';

const appTranslations = TranslationBlueprint.make({
  name: 'terrastage-app',
  params: {
    resource: createTranslationResource({
      ref: appTranslationRef,
      translations: { pt: () => import('./appMessagesPt') },
    }),
  },
});

export const translationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [appTranslations],
});
