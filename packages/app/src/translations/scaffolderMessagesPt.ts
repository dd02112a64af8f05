import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { scaffolderTranslationRef } from '@backstage/plugin-scaffolder/alpha';

export default createTranslationMessages({
  ref: scaffolderTranslationRef,
  full: true,
  messages: {
    'aboutCard.launchTemplate': 'Usar o template',
    'actionsPage.title': 'Ações instaladas',
    'actionsPage.pageTitle': 'Criar',
    'actionsPage.subtitle': 'Todas as ações instaladas',
    'actionsPage.content.emptyState.title': 'Nada para mostrar',
    'actionsPage.content.emptyState.description':
      'Não há ações instaladas, ou não foi possível falar com o portal.',
    'actionsPage.content.searchFieldPlaceholder': 'Buscar uma ação',
    'actionsPage.action.input': 'Entrada',
    'actionsPage.action.output': 'Saída',
    'actionsPage.action.examples': 'Exemplos',
    'fields.entityNamePicker.title': 'Nome',
    'fields.entityNamePicker.description': 'Nome único do componente',
    'fields.entityPicker.title': 'Entidade',
    'fields.entityPicker.description': 'Uma entidade do catálogo',
    'fields.entityTagsPicker.title': 'Tags',
    'fields.entityTagsPicker.description':
      "Adicione as tags que se aplicam; 'Enter' adiciona uma tag. Formato: [a-z0-9+#] separado por [-], no máximo 63 caracteres",
    'fields.multiEntityPicker.title': 'Entidade',
    'fields.multiEntityPicker.description': 'Uma entidade do catálogo',
    'fields.myGroupsPicker.title': 'Entidade',
    'fields.myGroupsPicker.description': 'Uma entidade do catálogo',
    'fields.ownedEntityPicker.title': 'Entidade',
    'fields.ownedEntityPicker.description': 'Uma entidade do catálogo',
    'fields.ownerPicker.title': 'Dono',
    'fields.ownerPicker.description': 'O dono do componente',
    'fields.azureRepoPicker.organization.title': 'Organização',
    'fields.azureRepoPicker.organization.description':
      'A organização à qual o repositório vai pertencer',
    'fields.azureRepoPicker.project.title': 'Projeto',
    'fields.azureRepoPicker.project.description':
      'O projeto ao qual o repositório vai pertencer',
    'fields.bitbucketRepoPicker.workspaces.title': 'Workspaces permitidos',
    'fields.bitbucketRepoPicker.workspaces.inputTitle': 'Workspaces',
    'fields.bitbucketRepoPicker.workspaces.description':
      'O workspace ao qual o repositório vai pertencer',
    'fields.bitbucketRepoPicker.project.title': 'Projetos permitidos',
    'fields.bitbucketRepoPicker.project.inputTitle': 'Projetos',
    'fields.bitbucketRepoPicker.project.description':
      'O projeto ao qual o repositório vai pertencer',
    'fields.gerritRepoPicker.owner.title': 'Dono',
    'fields.gerritRepoPicker.owner.description': 'O dono do projeto (opcional)',
    'fields.gerritRepoPicker.parent.title': 'Projeto superior',
    'fields.gerritRepoPicker.parent.description':
      'O projeto superior ao qual o repositório vai pertencer',
    'fields.giteaRepoPicker.owner.title': 'Donos possíveis',
    'fields.giteaRepoPicker.owner.inputTitle': 'Dono',
    'fields.giteaRepoPicker.owner.description':
      'O namespace do Gitea ao qual o repositório vai pertencer: o nome de uma organização, grupo, subgrupo, usuário ou projeto.',
    'fields.githubRepoPicker.owner.title': 'Donos possíveis',
    'fields.githubRepoPicker.owner.inputTitle': 'Dono',
    'fields.githubRepoPicker.owner.description':
      'A organização, o usuário ou o projeto ao qual o repositório vai pertencer',
    'fields.gitlabRepoPicker.owner.title': 'Donos possíveis',
    'fields.gitlabRepoPicker.owner.inputTitle': 'Dono',
    'fields.gitlabRepoPicker.owner.description':
      'O namespace do GitLab ao qual o repositório vai pertencer: o nome de uma organização, grupo, subgrupo, usuário ou projeto.',
    'fields.repoUrlPicker.host.title': 'Host',
    'fields.repoUrlPicker.host.description':
      'O host em que o repositório vai ser criado',
    'fields.repoUrlPicker.repository.title': 'Repositórios possíveis',
    'fields.repoUrlPicker.repository.inputTitle': 'Repositório',
    'fields.repoUrlPicker.repository.description': 'O nome do repositório',
    'fields.repoOwnerPicker.title': 'Dono',
    'fields.repoOwnerPicker.description': 'O dono do repositório',
    'listTaskPage.title': 'Tarefas',
    'listTaskPage.pageTitle': 'Tarefas dos templates',
    'listTaskPage.subtitle': 'Todas as tarefas que foram iniciadas',
    'listTaskPage.content.emptyState.title': 'Nada para mostrar',
    'listTaskPage.content.emptyState.description':
      'Não há tarefas, ou não foi possível falar com o portal.',
    'listTaskPage.content.tableTitle': 'Tarefas',
    'listTaskPage.content.tableCell.taskID': 'Id da tarefa',
    'listTaskPage.content.tableCell.template': 'Template',
    'listTaskPage.content.tableCell.created': 'Criada em',
    'listTaskPage.content.tableCell.owner': 'Dono',
    'listTaskPage.content.tableCell.status': 'Situação',
    'ownerListPicker.title': 'Dono da tarefa',
    'ownerListPicker.options.owned': 'Minhas',
    'ownerListPicker.options.all': 'Todas',
    'ongoingTask.title': 'Execução de',
    'ongoingTask.pageTitle.hasTemplateName': 'Execução de {{templateName}}',
    'ongoingTask.pageTitle.noTemplateName': 'Execução de template',
    'ongoingTask.subtitle': 'Tarefa {{taskId}}',
    'ongoingTask.cancelButtonTitle': 'Cancelar',
    'ongoingTask.retryButtonTitle': 'Tentar de novo',
    'ongoingTask.startOverButtonTitle': 'Recomeçar',
    'ongoingTask.hideLogsButtonTitle': 'Ocultar o log',
    'ongoingTask.showLogsButtonTitle': 'Mostrar o log',
    'ongoingTask.contextMenu.moreOptions': 'Mais opções',
    'ongoingTask.contextMenu.hideLogs': 'Ocultar o log',
    'ongoingTask.contextMenu.showLogs': 'Mostrar o log',
    'ongoingTask.contextMenu.hideButtonBar': 'Ocultar os botões',
    'ongoingTask.contextMenu.retry': 'Tentar de novo',
    'ongoingTask.contextMenu.showButtonBar': 'Mostrar os botões',
    'ongoingTask.contextMenu.startOver': 'Recomeçar',
    'ongoingTask.contextMenu.cancel': 'Cancelar',
    'templateEditorForm.stepper.emptyText':
      'O template não tem parâmetros (spec.parameters) para mostrar.',
    'renderSchema.tableCell.name': 'Nome',
    'renderSchema.tableCell.title': 'Título',
    'renderSchema.tableCell.description': 'Descrição',
    'renderSchema.tableCell.type': 'Tipo',
    'renderSchema.tableCell.value': 'Valor',
    'renderSchema.undefined': 'Nenhum schema definido',
    'templatingExtensions.title': 'Extensões de templates',
    'templatingExtensions.pageTitle': 'Extensões de templates',
    'templatingExtensions.subtitle':
      'Todas as extensões de templates disponíveis',
    'templatingExtensions.content.emptyState.title': 'Nada para mostrar',
    'templatingExtensions.content.emptyState.description':
      'Não há extensões de templates, ou não foi possível falar com o portal.',
    'templatingExtensions.content.searchFieldPlaceholder':
      'Buscar uma extensão',
    'templatingExtensions.content.filters.title': 'Filtros',
    'templatingExtensions.content.filters.notAvailable':
      'Nenhum filtro de template foi definido.',
    'templatingExtensions.content.filters.metadataAbsent':
      'O filtro não tem metadados',
    'templatingExtensions.content.filters.schema.input': 'Entrada',
    'templatingExtensions.content.filters.schema.arguments': 'Argumentos',
    'templatingExtensions.content.filters.schema.output': 'Saída',
    'templatingExtensions.content.filters.examples': 'Exemplos',
    'templatingExtensions.content.functions.title': 'Funções',
    'templatingExtensions.content.functions.notAvailable':
      'Nenhuma função global de template foi definida.',
    'templatingExtensions.content.functions.metadataAbsent':
      'A função não tem metadados',
    'templatingExtensions.content.functions.schema.arguments': 'Argumentos',
    'templatingExtensions.content.functions.schema.output': 'Saída',
    'templatingExtensions.content.functions.examples': 'Exemplos',
    'templatingExtensions.content.values.title': 'Valores',
    'templatingExtensions.content.values.notAvailable':
      'Nenhum valor global de template foi definido.',
    'templateTypePicker.title': 'Categorias',
    'templateIntroPage.title': 'Cuidar dos templates',
    'templateIntroPage.subtitle':
      'Edite, veja e experimente templates, formulários e campos próprios',
    'templateFormPage.title': 'Editor de templates',
    'templateFormPage.subtitle':
      'Edite, veja e experimente formulários de templates',
    'templateCustomFieldPage.title': 'Explorador de campos próprios',
    'templateCustomFieldPage.subtitle':
      'Edite, veja e experimente campos próprios',
    'templateEditorPage.title': 'Editor de templates',
    'templateEditorPage.subtitle':
      'Edite, veja e experimente templates e seus formulários',
    'templateEditorPage.dryRunResults.title': 'Resultados das simulações',
    'templateEditorPage.dryRunResultsList.title': 'Resultado {{resultId}}',
    'templateEditorPage.dryRunResultsList.downloadButtonTitle':
      'Baixar como .zip',
    'templateEditorPage.dryRunResultsList.deleteButtonTitle':
      'Excluir o resultado',
    'templateEditorPage.dryRunResultsView.tab.files': 'Arquivos',
    'templateEditorPage.dryRunResultsView.tab.log': 'Log',
    'templateEditorPage.dryRunResultsView.tab.output': 'Saída',
    'templateEditorPage.taskStatusStepper.skippedStepTitle': 'Pulada',
    'templateEditorPage.customFieldExplorer.selectFieldLabel':
      'Escolha uma extensão de campo',
    'templateEditorPage.customFieldExplorer.fieldForm.title': 'Opções do campo',
    'templateEditorPage.customFieldExplorer.fieldForm.applyButtonTitle':
      'Aplicar',
    'templateEditorPage.customFieldExplorer.fieldPreview.title':
      'Como fica o campo',
    'templateEditorPage.customFieldExplorer.preview.title':
      'Especificação do template',
    'templateEditorPage.templateEditorBrowser.closeConfirmMessage':
      'Fechar mesmo? As mudanças não salvas se perdem',
    'templateEditorPage.templateEditorBrowser.saveIconTooltip':
      'Salvar todos os arquivos',
    'templateEditorPage.templateEditorBrowser.reloadIconTooltip':
      'Recarregar a pasta',
    'templateEditorPage.templateEditorBrowser.closeIconTooltip':
      'Fechar a pasta',
    'templateEditorPage.templateEditorIntro.title':
      'Para começar, escolha uma das opções abaixo',
    'templateEditorPage.templateEditorIntro.loadLocal.title':
      'Abrir a pasta de um template',
    'templateEditorPage.templateEditorIntro.loadLocal.description':
      'Abra uma pasta local para editar o seu template e experimentar a execução dele.',
    'templateEditorPage.templateEditorIntro.loadLocal.unsupportedTooltip':
      'Só em alguns navegadores baseados no Chromium, com a página aberta por HTTPS',
    'templateEditorPage.templateEditorIntro.createLocal.title':
      'Criar um template',
    'templateEditorPage.templateEditorIntro.createLocal.description':
      'Crie uma pasta local para editar o seu template e experimentar a execução dele.',
    'templateEditorPage.templateEditorIntro.createLocal.unsupportedTooltip':
      'Só em alguns navegadores baseados no Chromium, com a página aberta por HTTPS',
    'templateEditorPage.templateEditorIntro.formEditor.title':
      'Experimentar um formulário',
    'templateEditorPage.templateEditorIntro.formEditor.description':
      'Veja e edite o formulário de um template, de exemplo ou do catálogo.',
    'templateEditorPage.templateEditorIntro.fieldExplorer.title':
      'Explorador de campos próprios',
    'templateEditorPage.templateEditorIntro.fieldExplorer.description':
      'Veja e experimente as extensões de campo instaladas.',
    'templateEditorPage.templateEditorTextArea.saveIconTooltip':
      'Salvar o arquivo',
    'templateEditorPage.templateEditorTextArea.refreshIconTooltip':
      'Recarregar o arquivo',
    'templateEditorPage.templateEditorTextArea.emptyStateParagraph':
      'Escolha uma ação no menu de arquivo.',
    'templateEditorPage.templateFormPreviewer.title':
      'Abrir um template que existe',
    'templateListPage.title': 'Criar',
    'templateListPage.subtitle':
      'Crie a partir dos templates da sua organização',
    'templateListPage.pageTitle': 'Criar',
    'templateListPage.templateGroups.defaultTitle': 'Templates',
    'templateListPage.templateGroups.otherTitle': 'Outros templates',
    'templateListPage.contentHeader.registerExistingButtonTitle':
      'Registrar um componente que existe',
    'templateListPage.contentHeader.supportButtonTitle':
      'Crie a partir de templates. Cada template cria outro tipo de coisa: recursos na AWS, serviços, documentação...',
    'templateListPage.additionalLinksForEntity.viewTechDocsTitle':
      'Ver a documentação',
    'templateWizardPage.title': 'Criar',
    'templateWizardPage.subtitle':
      'Crie a partir dos templates da sua organização',
    'templateWizardPage.pageTitle': 'Criar',
    'templateWizardPage.templateWithTitle': 'Criar {{templateTitle}}',
    'templateWizardPage.pageContextMenu.editConfigurationTitle':
      'Editar a configuração',
    'templateEditorToolbar.customFieldExplorerTooltip':
      'Explorador de campos próprios',
    'templateEditorToolbar.installedActionsDocumentationTooltip':
      'Documentação das ações instaladas',
    'templateEditorToolbar.templatingExtensionsDocumentationTooltip':
      'Documentação das extensões de templates',
    'templateEditorToolbar.addToCatalogButton': 'Publicar',
    'templateEditorToolbar.addToCatalogDialogTitle': 'Publicar as mudanças',
    'templateEditorToolbar.addToCatalogDialogContent.stepsIntroduction':
      'Para criar ou atualizar um template:',
    'templateEditorToolbar.addToCatalogDialogContent.stepsListItems':
      'Salve os arquivos do template em uma pasta local\nAbra um pull request em um repositório Git, novo ou existente\nSe o template já existe, o catálogo mostra as mudanças depois do merge do pull request\nSe o template é novo, siga a documentação abaixo para registrar o repositório dele no catálogo',
    'templateEditorToolbar.addToCatalogDialogActions.documentationButton':
      'Ir para a documentação',
    'templateEditorToolbar.addToCatalogDialogActions.documentationUrl':
      'https://backstage.io/docs/features/software-templates/adding-templates/',
    'templateEditorToolbarFileMenu.button': 'Arquivo',
    'templateEditorToolbarFileMenu.options.openDirectory':
      'Abrir a pasta de um template',
    'templateEditorToolbarFileMenu.options.createDirectory':
      'Criar a pasta de um template',
    'templateEditorToolbarFileMenu.options.closeEditor':
      'Fechar o editor de templates',
    'templateEditorToolbarTemplatesMenu.button': 'Templates',
  },
});
