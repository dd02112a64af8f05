import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';
import { startPagePlugin } from './modules/startPage';
import { translationsModule } from './translations';

export default createApp({
  features: [navModule, signInModule, startPagePlugin, translationsModule],
});
