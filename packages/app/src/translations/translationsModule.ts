import { coreComponentsTranslationRef } from '@backstage/core-components';
import {
  createFrontendModule,
  createTranslationResource,
  type TranslationMessages,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { apiDocsTranslationRef } from '@backstage/plugin-api-docs';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import { catalogGraphTranslationRef } from '@backstage/plugin-catalog-graph/alpha';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react/alpha';
import { orgTranslationRef } from '@backstage/plugin-org/alpha';
import { scaffolderTranslationRef } from '@backstage/plugin-scaffolder/alpha';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react/alpha';
import { searchTranslationRef } from '@backstage/plugin-search/alpha';
import { searchReactTranslationRef } from '@backstage/plugin-search-react/alpha';
import { techdocsTranslationRef } from '@backstage/plugin-techdocs/alpha';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings/alpha';
import { appTranslationRef } from './appTranslationRef';

/** Brazilian Portuguese of one reference. A file that lacks a text does not compile; it is loaded when it is chosen. */
function portuguese<
  TId extends string,
  TMessages extends { [key in string]: string },
>(
  ref: TranslationRef<TId, TMessages>,
  load: () => Promise<{ default: TranslationMessages<TId, TMessages, true> }>,
) {
  return TranslationBlueprint.make({
    name: `${ref.id}-pt`,
    params: {
      resource: createTranslationResource({ ref, translations: { pt: load } }),
    },
  });
}

export const translationsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    portuguese(appTranslationRef, () => import('./appMessagesPt')),
    portuguese(apiDocsTranslationRef, () => import('./apiDocsMessagesPt')),
    portuguese(catalogTranslationRef, () => import('./catalogMessagesPt')),
    portuguese(
      catalogGraphTranslationRef,
      () => import('./catalogGraphMessagesPt'),
    ),
    portuguese(
      catalogReactTranslationRef,
      () => import('./catalogReactMessagesPt'),
    ),
    portuguese(
      coreComponentsTranslationRef,
      () => import('./coreComponentsMessagesPt'),
    ),
    portuguese(orgTranslationRef, () => import('./orgMessagesPt')),
    portuguese(
      scaffolderTranslationRef,
      () => import('./scaffolderMessagesPt'),
    ),
    portuguese(
      scaffolderReactTranslationRef,
      () => import('./scaffolderReactMessagesPt'),
    ),
    portuguese(searchTranslationRef, () => import('./searchMessagesPt')),
    portuguese(
      searchReactTranslationRef,
      () => import('./searchReactMessagesPt'),
    ),
    portuguese(techdocsTranslationRef, () => import('./techdocsMessagesPt')),
    portuguese(
      userSettingsTranslationRef,
      () => import('./userSettingsMessagesPt'),
    ),
  ],
});
