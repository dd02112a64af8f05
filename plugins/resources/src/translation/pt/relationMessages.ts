import type { relationMessages as en } from '../en/relationMessages';
import type { Translated } from '../Translated';

export const relationMessages: Translated<typeof en> = {
  'relations.title': 'Recursos relacionados',
  'relations.uses': 'Usa',
  'relations.usedBy': 'Usado por',
  'relations.others_one': 'Mais um, de um time do qual você não participa',
  'relations.others_other':
    'Mais {{count}}, de times dos quais você não participa',
  'relations.inUse': 'Outros recursos o usam',
  'relations.inUseAdvice':
    'Ele pode ser excluído quando estes não existirem mais:',
};
