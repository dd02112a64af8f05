import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the app's own frame: the sidebar and what hangs on it. */
export const appTranslationRef = createTranslationRef({
  id: 'terrastage-app',
  messages: {
    sidebar: {
      home: 'Home',
      search: 'Search',
      menu: 'Menu',
      resources: 'Resources',
      create: 'Create',
      catalog: 'Catalog',
      docs: 'Documentation',
      settings: 'Settings',
    },
  },
});
