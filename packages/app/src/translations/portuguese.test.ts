import apiDocs from './apiDocsMessagesPt';
import app from './appMessagesPt';
import catalog from './catalogMessagesPt';
import catalogGraph from './catalogGraphMessagesPt';
import catalogReact from './catalogReactMessagesPt';
import coreComponents from './coreComponentsMessagesPt';
import org from './orgMessagesPt';
import scaffolder from './scaffolderMessagesPt';
import scaffolderReact from './scaffolderReactMessagesPt';
import search from './searchMessagesPt';
import searchReact from './searchReactMessagesPt';
import techdocs from './techdocsMessagesPt';
import userSettings from './userSettingsMessagesPt';
import { appTranslationRef } from './appTranslationRef';
import { coreComponentsTranslationRef } from '@backstage/core-components';
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

type Messages = Record<string, string | null>;

const all: [object, { id: string; messages: Messages }][] = [
  [appTranslationRef, app],
  [apiDocsTranslationRef, apiDocs],
  [catalogTranslationRef, catalog],
  [catalogGraphTranslationRef, catalogGraph],
  [catalogReactTranslationRef, catalogReact],
  [coreComponentsTranslationRef, coreComponents],
  [orgTranslationRef, org],
  [scaffolderTranslationRef, scaffolder],
  [scaffolderReactTranslationRef, scaffolderReact],
  [searchTranslationRef, search],
  [searchReactTranslationRef, searchReact],
  [techdocsTranslationRef, techdocs],
  [userSettingsTranslationRef, userSettings],
];

/** The English texts, which the types do not show. */
function englishOf(ref: object): Record<string, string> {
  return (
    ref as { getDefaultMessages(): Record<string, string> }
  ).getDefaultMessages();
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{+[^}]+\}+/g)].map(([name]) => name).sort();

const references = all.map(([ref, { id, messages }]) => ({
  id,
  messages,
  english: englishOf(ref),
}));

describe.each(references)('the Portuguese texts of $id', reference => {
  const { english, messages } = reference;

  it('are those that there are in English, and none is empty', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
    expect(Object.values(messages)).not.toContain('');
  });

  it('fill in the same values', () => {
    const differing = Object.keys(english).filter(
      key =>
        String(placeholders(messages[key] ?? '')) !==
        String(placeholders(english[key])),
    );

    expect(differing).toEqual([]);
  });
});
