import {
  useTranslationRef,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import type { ComponentType } from 'react';
import { appTranslationRef } from '../../translations';

/** What Backstage's plugins call their pages and tabs. They are plain English there, without a translation reference. */
const titles = {
  Actions: 'page.actions',
  'Authentication Providers': 'page.authProviders',
  Catalog: 'page.catalog',
  'Catalog Graph': 'page.catalogGraph',
  Create: 'page.create',
  Docs: 'page.docs',
  Documentation: 'page.docs',
  'Feature Flags': 'page.featureFlags',
  General: 'page.general',
  Search: 'page.search',
  Settings: 'page.settings',
  Tasks: 'page.tasks',
  'Template Editor': 'page.templateEditor',
  Templates: 'page.templates',
  'Templating Extensions': 'page.templatingExtensions',
} as const;

interface TitledPageLayoutProps extends PageLayoutProps {
  /** Backstage's own. */
  layout: ComponentType<PageLayoutProps>;
}

/** A page's frame whose title and tabs are in the visitor's language; a title that is not known stays as it is. */
export function TitledPageLayout({
  layout: Layout,
  title,
  tabs,
  ...props
}: TitledPageLayoutProps) {
  const { t } = useTranslationRef(appTranslationRef);
  const translate = (text: string) =>
    Object.hasOwn(titles, text) ? t(titles[text as keyof typeof titles]) : text;
  return (
    <Layout
      {...props}
      title={title && translate(title)}
      tabs={tabs?.map(tab => ({ ...tab, label: translate(tab.label) }))}
    />
  );
}
