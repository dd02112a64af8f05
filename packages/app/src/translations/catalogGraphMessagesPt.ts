import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { catalogGraphTranslationRef } from '@backstage/plugin-catalog-graph/alpha';

export default createTranslationMessages({
  ref: catalogGraphTranslationRef,
  full: true,
  messages: {
    'catalogGraphCard.title': 'Relações',
    'catalogGraphCard.deepLinkTitle': 'Ver o grafo',
    'catalogGraphPage.title': 'Grafo do catálogo',
    'catalogGraphPage.filterToggleButtonTitle': 'Filtros',
    'catalogGraphPage.supportButtonDescription':
      'Adicione o seu componente ao catálogo de software para acompanhá-lo.',
    'catalogGraphPage.simplifiedSwitchLabel': 'Simplificado',
    'catalogGraphPage.mergeRelationsSwitchLabel': 'Juntar as relações',
    'catalogGraphPage.zoomOutDescription':
      'Use o gesto de pinça e o zoom para se mover no diagrama. Clique para mudar o nó ativo; clique com Shift para abrir a entidade.',
    'catalogGraphPage.curveFilter.title': 'Curva',
    'catalogGraphPage.curveFilter.curveMonotoneX': 'Suave',
    'catalogGraphPage.curveFilter.curveStepBefore': 'Em degraus',
    'catalogGraphPage.directionFilter.title': 'Direção',
    'catalogGraphPage.directionFilter.leftToRight':
      'Da esquerda para a direita',
    'catalogGraphPage.directionFilter.rightToLeft':
      'Da direita para a esquerda',
    'catalogGraphPage.directionFilter.topToBottom': 'De cima para baixo',
    'catalogGraphPage.directionFilter.bottomToTop': 'De baixo para cima',
    'catalogGraphPage.maxDepthFilter.title': 'Profundidade máxima',
    'catalogGraphPage.maxDepthFilter.inputPlaceholder': '∞ Sem limite',
    'catalogGraphPage.maxDepthFilter.clearButtonAriaLabel':
      'limpar a profundidade máxima',
    'catalogGraphPage.selectedKindsFilter.title': 'Kinds',
    'catalogGraphPage.selectedRelationsFilter.title': 'Relações',
  },
});
