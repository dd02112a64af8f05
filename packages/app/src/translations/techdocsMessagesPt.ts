import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { techdocsTranslationRef } from '@backstage/plugin-techdocs/alpha';

export default createTranslationMessages({
  ref: techdocsTranslationRef,
  full: true,
  messages: {
    'aboutCard.viewTechdocs': 'Ver a documentação',
    'notFound.title': 'Documentação não encontrada',
    'notFound.builderNote':
      "A configuração techdocs.builder não é 'local', por isso este portal não gera a documentação que falta. Cuide de que ela seja gerada e publicada por outro processo (por exemplo, um pipeline de CI/CD), ou mude techdocs.builder para 'local'.",
    'buildLogs.title': 'Detalhes da geração',
    'buildLogs.closeDrawer': 'Fechar o painel',
    'buildLogs.showBuildLogs': 'Mostrar o log da geração',
    'buildLogs.waitingForLogs': 'Aguardando o log...',
    'stateIndicator.initialBuild.message':
      'A documentação é aberta pela primeira vez e está sendo preparada. Depois ela abre bem mais rápido.',
    'stateIndicator.contentStaleRefreshing.message':
      'Uma versão mais nova desta documentação está sendo preparada e fica pronta em instantes.',
    'stateIndicator.contentStaleReady.message':
      'Há uma versão mais nova desta documentação. Atualize para vê-la.',
    'stateIndicator.contentStaleReady.refreshButton': 'Atualizar',
    'stateIndicator.contentStaleError.message':
      'Não foi possível gerar uma versão mais nova desta documentação.',
    'redirectNotification.redirectNow': 'Ir agora',
    'search.noResults': 'Nada foi encontrado',
    'search.placeholder': 'Buscar na documentação de {{entityTitle}}',
    'readerPageHeader.owner': 'Dono',
    'readerPageHeader.lifecycle': 'Ciclo de vida',
    'readerPageHeader.source': 'Fonte',
    'home.supportButton': 'Descubra a documentação da sua organização.',
    'pageWrapper.title': 'Documentação',
    'pageWrapper.subtitle': 'Documentação disponível em {{orgName}}',
    'table.columns.document': 'Documento',
    'table.columns.owner': 'Dono',
    'table.columns.kind': 'Kind',
    'table.columns.type': 'Tipo',
    'table.header.actions': 'Ações',
    'table.toolbar.searchPlaceholder': 'Filtrar',
    'table.pagination.labelRowsSelect': 'linhas',
    'table.body.emptyDataSourceMessage': 'Nada para mostrar',
    'table.actions.copyDocsUrl': 'Copiar o link da documentação',
    'table.actions.addToFavorites': 'Adicionar aos favoritos',
    'table.actions.removeFromFavorites': 'Remover dos favoritos',
    'table.emptyState.title': 'Nenhum documento para mostrar',
    'table.emptyState.description':
      'Crie o seu documento. Veja como começar na documentação',
    'table.emptyState.docsButton': 'DOCUMENTAÇÃO',
    'table.title.all': 'Tudo',
    'error.couldNotLoad':
      'Não foi possível carregar a documentação disponível.',
    'nav.title': 'Documentação',
    'entityContent.title': 'Documentação',
    'reader.settings': 'Configurações',
  },
});
