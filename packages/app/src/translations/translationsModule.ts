import { coreComponentsTranslationRef } from '@backstage/core-components';
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

const coreComponentsTranslations = TranslationBlueprint.make({
  name: 'terrastage-core-components',
  params: {
    resource: createTranslationResource({
      ref: coreComponentsTranslationRef,
      translations: { pt: () => import('./coreComponentsMessagesPt') },
    }),
  },
});

export const translationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [appTranslations, coreComponentsTranslations],
});
