import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { apiDocsTranslationRef } from '@backstage/plugin-api-docs';

/** The documents of APIs, and who offers and uses them. */
export default createTranslationMessages({
  ref: apiDocsTranslationRef,
  full: true,
  messages: {
    'apiDefinitionCard.error.title': 'Não foi possível ler a API',
    'apiDefinitionCard.rawButtonTitle': 'Original',
    'apiDefinitionDialog.closeButtonTitle': 'Fechar',
    'apiDefinitionDialog.tabsAriaLabel': 'Opções da definição da API',
    'apiDefinitionDialog.rawButtonTitle': 'Original',
    'apiDefinitionDialog.toggleButtonAriaLabel':
      'Abrir ou fechar a definição da API',
    'defaultApiExplorerPage.title': 'APIs',
    'defaultApiExplorerPage.subtitle': 'APIs da {{orgName}}',
    'defaultApiExplorerPage.pageTitleOverride': 'APIs',
    'defaultApiExplorerPage.createButtonTitle': 'Registrar uma API existente',
    'defaultApiExplorerPage.supportButtonTitle': 'Todas as suas APIs',
    'consumedApisCard.error.title': 'Não foi possível ler as APIs',
    'consumedApisCard.title': 'APIs que usa',
    'consumedApisCard.emptyContent.title':
      'Nenhuma API é usada aqui ({{entity}}).',
    'hasApisCard.error.title': 'Não foi possível ler as APIs',
    'hasApisCard.title': 'APIs',
    'hasApisCard.emptyContent.title':
      'Nenhuma API faz parte daqui ({{entity}}).',
    'providedApisCard.error.title': 'Não foi possível ler as APIs',
    'providedApisCard.title': 'APIs que oferece',
    'providedApisCard.emptyContent.title':
      'Nenhuma API é oferecida aqui ({{entity}}).',
    'apiEntityColumns.typeTitle': 'Tipo',
    'apiEntityColumns.apiDefinitionTitle': 'Definição da API',
    'consumingComponentsCard.error.title':
      'Não foi possível ler os componentes',
    'consumingComponentsCard.title': 'Quem a usa',
    'consumingComponentsCard.emptyContent.title':
      'Nenhum componente usa esta API.',
    'providingComponentsCard.error.title':
      'Não foi possível ler os componentes',
    'providingComponentsCard.title': 'Quem a oferece',
    'providingComponentsCard.emptyContent.title':
      'Nenhum componente oferece esta API.',
    apisCardHelpLinkTitle: 'Saiba como mudar isso.',
  },
});
