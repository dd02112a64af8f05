import type { planMessages as en } from '../en/planMessages';
import type { Translated } from '../Translated';

export const planMessages: Translated<typeof en> = {
  'plan.title': 'Plano',
  'plan.waiting': 'O plano aparece quando o Terraform o tiver feito.',
  'plan.missing': 'Não há plano: a execução terminou antes.',
  'plan.noChanges': 'Sem mudanças: a AWS está como os arquivos dizem.',
  'plan.count.create': '{{number}} a criar',
  'plan.count.update': '{{number}} a alterar',
  'plan.count.replace': '{{number}} a substituir',
  'plan.count.delete': '{{number}} a destruir',
  'plan.count.import': '{{number}} a importar',
  'plan.expandAll': 'Expandir tudo',
  'plan.collapseAll': 'Recolher tudo',
  'plan.attributes': 'Atributos de {{address}}',
  'plan.attribute': 'Atributo',
  'plan.before': 'Antes',
  'plan.after': 'Depois',
  'plan.sensitive': 'sensível',
  'plan.unknown': 'conhecido depois da aplicação',
  'plan.notSet': 'sem valor',
  'plan.forcesReplacement': 'força a substituição',
  'plan.noAttributes': 'Sem atributos para mostrar.',
  'plan.detailLater': 'Os atributos estão sendo lidos.',
  'plan.outputs': 'Saídas',
  'plan.drift': 'Mudou na AWS desde a última execução',
  'plan.removed': 'Linha removida',
  'plan.added': 'Linha adicionada',
  'plan.imports':
    '{{number}} a importar: o que já existe na AWS passa a ser gerenciado. Cada linha marcada como importada diz o que muda nela; nada disso é substituído nem excluído.',
  'plan.imports.one':
    '1 a importar: já existe na AWS e passa a ser gerenciado. A linha marcada como importada diz o que muda; nada disso é substituído nem excluído.',
  'plan.imported': 'importado',
};
