import { coreComponentsTranslationRef } from '@backstage/core-components';
import { createTranslationMessages } from '@backstage/frontend-plugin-api';

/** Backstage's own parts, among them the dialog that asks for a new login when the session has ended. */
export default createTranslationMessages({
  ref: coreComponentsTranslationRef,
  full: true,
  messages: {
    'signIn.title': 'Entrar',
    'signIn.loginFailed': 'O login falhou',
    'signIn.customProvider.title': 'Outro usuário',
    'signIn.customProvider.subtitle':
      'Informe o seu id de usuário e as credenciais.\n A escolha não fica guardada.',
    'signIn.customProvider.userId': 'Id do usuário',
    'signIn.customProvider.tokenInvalid':
      'Não é um token JWT do OpenID Connect',
    'signIn.customProvider.continue': 'Continuar',
    'signIn.customProvider.idToken': 'ID token (opcional)',
    'signIn.guestProvider.title': 'Visitante',
    'signIn.guestProvider.subtitle':
      'Entre como visitante.\n A sua identidade não é verificada, por isso nem tudo fica disponível.',
    'signIn.guestProvider.enter': 'Entrar',
    skipToContent: 'Ir para o conteúdo',
    'copyTextButton.tooltipText': 'Texto copiado',
    'simpleStepper.reset': 'Recomeçar',
    'simpleStepper.finish': 'Concluir',
    'simpleStepper.next': 'Avançar',
    'simpleStepper.skip': 'Pular',
    'simpleStepper.back': 'Voltar',
    'errorPage.title': 'Algo deu errado',
    'errorPage.subtitle': 'ERRO {{status}}: {{statusMessage}}',
    'errorPage.goBack': 'Voltar',
    'errorPage.showMoreDetails': 'Mostrar detalhes',
    'errorPage.showLessDetails': 'Ocultar detalhes',
    'emptyState.missingAnnotation.title': 'Falta uma anotação',
    'emptyState.missingAnnotation.actionTitle':
      'Adicione a anotação ao YAML do componente, como no exemplo em destaque:',
    'emptyState.missingAnnotation.readMore': 'Saiba mais',
    'supportConfig.default.title': 'Ajuda não configurada',
    'supportConfig.default.linkTitle':
      'Adicione a chave `app.support` à configuração',
    'errorBoundary.title': 'Peça ajuda em {{slackChannel}}.',
    'oauthRequestDialog.title': 'É preciso entrar de novo',
    'oauthRequestDialog.message':
      'Sua sessão terminou. Entre para que o {{appTitle}} use {{provider}} em seu nome.',
    'oauthRequestDialog.authRedirectTitle':
      'Você será levado à página de login e volta depois.',
    'oauthRequestDialog.login': 'Entrar',
    'oauthRequestDialog.rejectAll': 'Recusar tudo',
    'supportButton.title': 'Ajuda',
    'supportButton.close': 'Fechar',
    'table.filter.title': 'Filtros',
    'table.filter.placeholder': 'Todos',
    'table.filter.clearAll': 'Limpar tudo',
    'table.body.emptyDataSourceMessage': 'Nada para mostrar',
    'table.header.actions': 'Ações',
    'table.toolbar.search': 'Filtrar',
    'table.pagination.labelDisplayedRows': '{from}-{to} de {count}',
    'table.pagination.firstTooltip': 'Primeira página',
    'table.pagination.labelRowsSelect': 'linhas',
    'table.pagination.lastTooltip': 'Última página',
    'table.pagination.nextTooltip': 'Próxima página',
    'table.pagination.previousTooltip': 'Página anterior',
    'alertDisplay.message_one': '({{ count }} mensagem mais nova)',
    'alertDisplay.message_other': '({{ count }} mensagens mais novas)',
    'autoLogout.stillTherePrompt.title': 'Saindo por inatividade',
    'autoLogout.stillTherePrompt.buttonText': 'Continuar conectado',
    'dependencyGraph.fullscreenTooltip': 'Tela cheia',
    'proxiedSignInPage.title':
      'Parece que você não está conectado. Recarregue a página do navegador.',
    'logViewer.searchField.placeholder': 'Buscar',
    'logViewer.downloadBtn.tooltip': 'Baixar o log',
    'logViewer.copyBtn.tooltip': 'Copiar o log',
  },
});
