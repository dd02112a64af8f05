import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { searchReactTranslationRef } from '@backstage/plugin-search-react/alpha';

export default createTranslationMessages({
  ref: searchReactTranslationRef,
  full: true,
  messages: {
    'searchBar.title': 'Buscar',
    'searchBar.placeholder': 'Buscar em {{org}}',
    'searchBar.clearButtonTitle': 'Limpar',
    'searchFilter.allOptionTitle': 'Todos',
    'searchPagination.limitLabel': 'Resultados por página:',
    'searchPagination.limitText': 'de {{num}}',
    noResultsDescription: 'Nada foi encontrado',
    'searchResultGroup.linkTitle': 'Ver tudo',
    'searchResultGroup.addFilterButtonTitle': 'Adicionar filtro',
    'searchResultPager.previous': 'Anterior',
    'searchResultPager.next': 'Próxima',
  },
});
