import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react/alpha';

/** The catalog's filters, tables and dialogs, which the page of templates uses, too. */
export default createTranslationMessages({
  ref: catalogReactTranslationRef,
  full: true,
  messages: {
    'catalogFilter.title': 'Filtros',
    'catalogFilter.buttonTitle': 'Filtros',
    'entityKindPicker.title': 'Kind',
    'entityKindPicker.errorMessage': 'Não foi possível carregar os kinds',
    'entityLifecyclePicker.title': 'Ciclo de vida',
    'entityNamespacePicker.title': 'Namespace',
    'entityOwnerPicker.title': 'Dono',
    'entityProcessingStatusPicker.title': 'Situação do processamento',
    'entityTagPicker.title': 'Tags',
    'entityPeekAheadPopover.title': 'Abra a entidade para ver todas as tags.',
    'entityPeekAheadPopover.emailCardAction.title':
      'Enviar e-mail para {{email}}',
    'entityPeekAheadPopover.emailCardAction.subTitle': 'mailto {{email}}',
    'entityPeekAheadPopover.emailCardAction.ariaLabel': 'E-mail',
    'entityPeekAheadPopover.entityCardActionsAriaLabel': 'Mostrar',
    'entityPeekAheadPopover.entityCardActionsTitle': 'Mostrar detalhes',
    'entitySearchBar.placeholder': 'Buscar',
    'entityTypePicker.title': 'Tipo',
    'entityTypePicker.errorMessage':
      'Não foi possível carregar os tipos de entidade',
    'entityTypePicker.optionAllTitle': 'todos',
    'favoriteEntity.addToFavorites': 'Adicionar aos favoritos',
    'favoriteEntity.removeFromFavorites': 'Remover dos favoritos',
    'inspectEntityDialog.title': 'Inspetor da entidade',
    'inspectEntityDialog.closeButtonTitle': 'Fechar',
    'inspectEntityDialog.ancestryPage.title': 'Ascendência',
    'inspectEntityDialog.ancestryPage.description':
      'Esta é a ascendência da entidade: a cadeia de entidades, de cima até ela, em que {{processorsLink}} entidades filhas que levaram à existência da atual. É um mecanismo bem diferente das relações.',
    'inspectEntityDialog.ancestryPage.processorsLink': 'processadores emitiram',
    'inspectEntityDialog.colocatedPage.title': 'No mesmo lugar',
    'inspectEntityDialog.colocatedPage.description':
      'Estas são as entidades que vêm do mesmo lugar que esta: da mesma fonte de dados (por exemplo, do mesmo arquivo YAML) ou da mesma origem (por exemplo, a URL que foi registrada).',
    'inspectEntityDialog.colocatedPage.alertNoLocation':
      'A entidade não tem informação de local.',
    'inspectEntityDialog.colocatedPage.alertNoEntity':
      'Não há outras entidades neste local.',
    'inspectEntityDialog.colocatedPage.locationHeader': 'No mesmo local',
    'inspectEntityDialog.colocatedPage.originHeader': 'Na mesma origem',
    'inspectEntityDialog.colocatedPage.entityListAriaLabel':
      'Entidades no mesmo lugar',
    'inspectEntityDialog.jsonPage.title': 'Entidade em JSON',
    'inspectEntityDialog.jsonPage.description':
      'Os dados da entidade como vieram do catálogo, em JSON.',
    'inspectEntityDialog.overviewPage.title': 'Visão geral',
    'inspectEntityDialog.overviewPage.relation.title': 'Relações',
    'inspectEntityDialog.overviewPage.status.title': 'Situação',
    'inspectEntityDialog.overviewPage.identity.title': 'Identidade',
    'inspectEntityDialog.overviewPage.metadata.title': 'Metadados',
    'inspectEntityDialog.overviewPage.annotations': 'Anotações',
    'inspectEntityDialog.overviewPage.labels': 'Labels',
    'inspectEntityDialog.overviewPage.tags': 'Tags',
    'inspectEntityDialog.overviewPage.copyAriaLabel': 'Copiar {{label}}',
    'inspectEntityDialog.overviewPage.copiedStatus': 'Copiado',
    'inspectEntityDialog.overviewPage.helpLinkAriaLabel': 'Saiba mais',
    'inspectEntityDialog.yamlPage.title': 'Entidade em YAML',
    'inspectEntityDialog.yamlPage.description':
      'Os dados da entidade como vieram do catálogo, em YAML.',
    'inspectEntityDialog.tabNames.overview': 'Visão geral',
    'inspectEntityDialog.tabNames.ancestry': 'Ascendência',
    'inspectEntityDialog.tabNames.colocated': 'No mesmo lugar',
    'inspectEntityDialog.tabNames.json': 'JSON bruto',
    'inspectEntityDialog.tabNames.yaml': 'YAML bruto',
    'inspectEntityDialog.tabsAriaLabel': 'Opções do inspetor',
    'unregisterEntityDialog.title':
      'Quer mesmo cancelar o registro desta entidade?',
    'unregisterEntityDialog.cancelButtonTitle': 'Cancelar',
    'unregisterEntityDialog.deleteButtonTitle': 'Excluir a entidade',
    'unregisterEntityDialog.deleteEntitySuccessMessage':
      'A entidade {{entityName}} foi removida',
    'unregisterEntityDialog.bootstrapState.title':
      'Não é possível cancelar o registro desta entidade, porque ela vem de uma configuração protegida do Backstage (local "{{location}}"). Se isso parece errado, fale com quem mantém o {{appTitle}}.',
    'unregisterEntityDialog.bootstrapState.advancedDescription':
      'Você pode excluir a própria entidade do catálogo. Só faça isso se souber que o arquivo do catálogo foi excluído ou movido do local de origem. Se não for o caso, a entidade reaparece na próxima atualização do catálogo.',
    'unregisterEntityDialog.bootstrapState.advancedOptions': 'Opções avançadas',
    'unregisterEntityDialog.onlyDeleteStateTitle':
      'Esta entidade não parece vir de um local registrado. Por isso só é possível excluí-la do catálogo de vez.',
    'unregisterEntityDialog.unregisterState.title':
      'Isto cancela o registro destas entidades:',
    'unregisterEntityDialog.unregisterState.subTitle': 'Que estão neste local:',
    'unregisterEntityDialog.unregisterState.description':
      'Para desfazer, registre a entidade de novo no {{appTitle}}.',
    'unregisterEntityDialog.unregisterState.unregisterButtonTitle':
      'Cancelar o registro do local',
    'unregisterEntityDialog.unregisterState.advancedOptions':
      'Opções avançadas',
    'unregisterEntityDialog.unregisterState.advancedDescription':
      'Você também pode excluir a própria entidade do catálogo. Só faça isso se souber que o arquivo do catálogo foi excluído ou movido do local de origem. Se não for o caso, a entidade reaparece na próxima atualização do catálogo.',
    'unregisterEntityDialog.errorStateTitle':
      'Erro interno: estado desconhecido',
    'userListPicker.defaultOrgName': 'Empresa',
    'userListPicker.personalFilter.title': 'Pessoal',
    'userListPicker.personalFilter.ownedLabel': 'Meus',
    'userListPicker.personalFilter.starredLabel': 'Favoritos',
    'userListPicker.orgFilterAllLabel': 'Todos',
    'entityTableColumnTitle.name': 'Nome',
    'entityTableColumnTitle.system': 'Sistema',
    'entityTableColumnTitle.owner': 'Dono',
    'entityTableColumnTitle.type': 'Tipo',
    'entityTableColumnTitle.lifecycle': 'Ciclo de vida',
    'entityTableColumnTitle.namespace': 'Namespace',
    'entityTableColumnTitle.description': 'Descrição',
    'entityTableColumnTitle.tags': 'Tags',
    'entityTableColumnTitle.targets': 'Alvos',
    'entityTableColumnTitle.title': 'Título',
    'entityTableColumnTitle.label': 'Label',
    'entityTableColumnTitle.domain': 'Domínio',
    'entityRelationCard.emptyHelpLinkTitle': 'Saiba como mudar isso.',
    'missingAnnotationEmptyState.title': 'Falta uma anotação',
    'missingAnnotationEmptyState.readMore': 'Saiba mais',
    'missingAnnotationEmptyState.annotationYaml':
      'Adicione a anotação ao YAML de {{entityKind}}, como no exemplo em destaque:',
    'missingAnnotationEmptyState.generateDescription_one':
      'Falta a anotação {{annotations}}. Adicione-a a {{entityKind}} para usar esta ferramenta.',
    'missingAnnotationEmptyState.generateDescription_other':
      'Faltam as anotações {{annotations}}. Adicione-as a {{entityKind}} para usar esta ferramenta.',
  },
});
