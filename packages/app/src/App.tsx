import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { pageTitlesModule } from './modules/pageTitles';
import { signInModule } from './modules/signIn';
import { startPagePlugin } from './modules/startPage';
import { templatesModules } from './modules/templates';
import { translationsModule } from './translations';

export default createApp({
  features: [
    navModule,
    pageTitlesModule,
    signInModule,
    startPagePlugin,
    ...templatesModules,
    translationsModule,
  ],
});
