import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings/alpha';

export default createTranslationMessages({
  ref: userSettingsTranslationRef,
  full: true,
  messages: {
    'languageToggle.title': 'Idioma',
    'languageToggle.description': 'Mudar o idioma',
    'languageToggle.select': 'Escolher o idioma {{language}}',
    'themeToggle.title': 'Tema',
    'themeToggle.description': 'Mudar o tema',
    'themeToggle.select': 'Escolher {{theme}}',
    'themeToggle.selectAuto': 'Escolher o tema automático',
    'themeToggle.names.light': 'Claro',
    'themeToggle.names.dark': 'Escuro',
    'themeToggle.names.auto': 'Automático',
    'signOutMenu.title': 'Sair',
    'signOutMenu.moreIconTitle': 'mais',
    'pinToggle.title': 'Fixar a barra lateral',
    'pinToggle.description': 'A barra lateral não se recolhe',
    'pinToggle.switchTitles.unpin': 'Soltar a barra lateral',
    'pinToggle.switchTitles.pin': 'Fixar a barra lateral',
    'pinToggle.ariaLabelTitle': 'Chave para fixar a barra lateral',
    'identityCard.title': 'Identidade no Backstage',
    'identityCard.noIdentityTitle': 'Sem identidade no Backstage',
    'identityCard.userEntity': 'Entidade do usuário',
    'identityCard.ownershipEntities': 'Entidades pelas quais você é dono',
    'defaultProviderSettings.description':
      'Autentica você nas APIs e identidades de {{provider}}',
    'emptyProviders.title': 'Nenhum provedor de autenticação',
    'emptyProviders.description':
      'É possível adicionar provedores ao Backstage para se autenticar por eles.',
    'emptyProviders.action.title':
      'Abra o app-config.yaml e faça as mudanças em destaque:',
    'emptyProviders.action.readMoreButtonTitle': 'Saiba mais',
    'providerSettingsItem.title.signIn': 'Entrar em {{title}}',
    'providerSettingsItem.title.signOut': 'Sair de {{title}}',
    'providerSettingsItem.buttonTitle.signIn': 'Entrar',
    'providerSettingsItem.buttonTitle.signOut': 'Sair',
    'authProviders.title': 'Provedores disponíveis',
    'defaultSettingsPage.tabsTitle.general': 'Geral',
    'defaultSettingsPage.tabsTitle.authProviders': 'Provedores de autenticação',
    'defaultSettingsPage.tabsTitle.featureFlags': 'Feature flags',
    'featureFlags.title': 'Feature flags',
    'featureFlags.description':
      'Recarregue a página depois de mudar as feature flags',
    'featureFlags.emptyFlags.title': 'Nenhuma feature flag',
    'featureFlags.emptyFlags.description':
      'Com feature flags os plugins registram recursos do Backstage que cada pessoa pode ativar, por exemplo para testes A/B.',
    'featureFlags.emptyFlags.action.title':
      'Um exemplo de como adicionar uma feature flag está em destaque:',
    'featureFlags.emptyFlags.action.readMoreButtonTitle': 'Saiba mais',
    'featureFlags.filterTitle': 'Filtrar',
    'featureFlags.clearFilter': 'Limpar o filtro',
    'featureFlags.flagItem.title.disable': 'Desativar',
    'featureFlags.flagItem.title.enable': 'Ativar',
    'featureFlags.flagItem.subtitle.registeredInApplication':
      'Registrada na aplicação',
    'featureFlags.flagItem.subtitle.registeredInPlugin':
      'Registrada no plugin {{pluginId}}',
    'settingsLayout.title': 'Configurações',
    sidebarTitle: 'Configurações',
    'profileCard.title': 'Perfil',
    'appearanceCard.title': 'Aparência',
  },
});
