import { coreComponentsTranslationRef } from '@backstage/core-components';
import { createTranslationMessages } from '@backstage/frontend-plugin-api';

/** Backstage's own parts, among them the dialog that asks for a new login when the session has ended. */
export default createTranslationMessages({
  ref: coreComponentsTranslationRef,
  full: false,
  messages: {
    'oauthRequestDialog.title': 'É preciso entrar de novo',
    'oauthRequestDialog.message':
      'Sua sessão terminou. Entre para que o {{appTitle}} use {{provider}} em seu nome.',
    'oauthRequestDialog.authRedirectTitle':
      'Você será levado à página de login e volta depois.',
    'oauthRequestDialog.login': 'Entrar',
    'oauthRequestDialog.rejectAll': 'Recusar tudo',
    'autoLogout.stillTherePrompt.title': 'Saindo por inatividade',
    'autoLogout.stillTherePrompt.buttonText': 'Continuar conectado',
    'proxiedSignInPage.title':
      'Parece que você não está conectado. Recarregue a página do navegador.',
    'signIn.title': 'Entrar',
    'signIn.loginFailed': 'O login falhou',
    'signIn.guestProvider.title': 'Visitante',
    'signIn.guestProvider.enter': 'Entrar',
    skipToContent: 'Ir para o conteúdo',
    'copyTextButton.tooltipText': 'Texto copiado',
    'errorPage.title': 'Algo deu errado',
    'errorPage.subtitle': 'ERRO {{status}}: {{statusMessage}}',
    'errorPage.goBack': 'Voltar',
    'errorPage.showMoreDetails': 'Mostrar detalhes',
    'errorPage.showLessDetails': 'Ocultar detalhes',
    'supportButton.title': 'Ajuda',
    'supportButton.close': 'Fechar',
    'alertDisplay.message_one': '({{ count }} mensagem mais nova)',
    'alertDisplay.message_other': '({{ count }} mensagens mais novas)',
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
    'logViewer.searchField.placeholder': 'Buscar',
    'logViewer.downloadBtn.tooltip': 'Baixar o log',
    'logViewer.copyBtn.tooltip': 'Copiar o log',
  },
});
