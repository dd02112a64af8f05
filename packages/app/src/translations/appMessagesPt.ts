import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { appTranslationRef } from './appTranslationRef';

export default createTranslationMessages({
  ref: appTranslationRef,
  full: true,
  messages: {
    'sidebar.home': 'Início',
    'sidebar.search': 'Buscar',
    'sidebar.menu': 'Menu',
    'sidebar.resources': 'Recursos',
    'sidebar.create': 'Criar',
    'sidebar.catalog': 'Catálogo',
    'sidebar.docs': 'Documentação',
    'sidebar.settings': 'Configurações',
  },
});
