import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react/alpha';

/** The buttons of forms, and the cards of templates. */
export default createTranslationMessages({
  ref: scaffolderReactTranslationRef,
  full: true,
  messages: {
    'passwordWidget.content':
      'Este campo não é seguro. Use [`ui:field: Secret`](https://backstage.io/docs/features/software-templates/writing-templates/#using-secrets) em vez de `ui:widget: password`',
    'scaffolderPageContextMenu.moreLabel': 'mais',
    'scaffolderPageContextMenu.createLabel': 'Criar',
    'scaffolderPageContextMenu.editorLabel': 'Cuidar dos templates',
    'scaffolderPageContextMenu.actionsLabel': 'Ações instaladas',
    'scaffolderPageContextMenu.tasksLabel': 'Lista de tarefas',
    'scaffolderPageContextMenu.templatingExtensionsLabel':
      'Extensões de templates',
    'stepper.backButtonText': 'Voltar',
    'stepper.createButtonText': 'Criar',
    'stepper.reviewButtonText': 'Revisar',
    'stepper.stepIndexLabel': 'Etapa {{index, number}}',
    'stepper.nextButtonText': 'Avançar',
    'templateCategoryPicker.title': 'Categorias',
    'templateCard.noDescription': 'Sem descrição',
    'templateCard.chooseButtonText': 'Escolher',
    'cardHeader.detailBtnTitle': 'Mostrar a entidade do template',
    'templateOutputs.title': 'Resultado',
    'workflow.noDescription': 'Sem descrição',
  },
});
