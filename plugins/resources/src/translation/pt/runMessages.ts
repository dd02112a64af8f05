import type { runMessages as en } from '../en/runMessages';
import type { Translated } from '../Translated';

export const runMessages: Translated<typeof en> = {
  'run.title.plan': 'Plano de {{name}}',
  'run.title.apply': 'Aplicar {{name}}',
  'run.title.destroy': 'Excluir {{name}}',
  'run.breadcrumb': 'Execução',
  'run.resource': 'Recurso',
  'run.requestedBy': 'Pedida por',
  'run.created': 'Quando',
  'run.duration': 'Durou',
  'run.running': 'Em andamento há',
  'run.attempt': 'Tentativa',
  'run.memory': 'Memória',
  'run.queue': 'Lugar na fila: {{position}}',
  'run.announce': 'Execução: {{status}}',
  'run.announceProgress':
    'Execução: {{status}}, {{done}} de {{total}} concluídos',
  'run.steps': 'Etapas',
  'run.step.started': 'em andamento',
  'run.step.finished': 'concluída',
  'run.step.failed': 'falhou',
  'run.step.skipped': 'pulada',
  'run.step.stopped': 'interrompida',
  'run.step.waiting': 'ainda não',
  'run.progress': 'Progresso',
  'run.progress.count': '{{done}} de {{total}}',
  'run.progress.current': '{{action}} {{address}} há {{time}}',
  'run.cancel': 'Cancelar a execução',
  'run.canceling': 'Cancelando',
  'run.cancel.title': 'Cancelar esta execução?',
  'run.cancel.queued': 'Ela não começou: nada muda na AWS.',
  'run.cancel.planning':
    'O Terraform só está planejando: nada muda na AWS. Ele recebe o pedido de parar e para em alguns segundos.',
  'run.cancel.applying':
    'O Terraform está mudando a AWS. Ele recebe um pedido de parar: termina o que está fazendo, salva o estado e solta o bloqueio. Isso pode levar alguns minutos. O que foi criado até lá fica, e o recurso é marcado como falho.',
  'run.cancel.confirm': 'Cancelar a execução',
  'run.cancel.keep': 'Deixar continuar',
  'run.cancel.failed': 'A execução não foi cancelada',
  'run.cancel.requested':
    'Cancelamento pedido por {{by}}. O Terraform tem tempo para salvar o estado.',
  'run.end.applied': 'Pronto: {{name}} está como planejado.',
  'run.end.destroyed': 'Pronto: {{name}} não existe mais.',
  'run.end.planned': 'O plano está pronto. Nada foi mudado.',
  'run.end.canceled':
    'A execução foi cancelada. O log mostra até onde ela foi.',
  'run.end.discarded': 'O plano foi descartado. Nada foi mudado.',
  'run.end.policy_denied': 'Uma política nega este plano. Nada foi mudado.',
  'run.interrupted':
    'O programa que rodava o Terraform sumiu. O portal se certifica de que ele parou antes de qualquer outra coisa.',
  'run.recovering':
    'O portal verifica o que está na AWS. Nada é aplicado de novo às cegas.',
  'run.openResource': 'Abrir o recurso',
  'run.orphans':
    'Estes ainda têm a tag do recurso na AWS e precisam ser removidos à mão:',
  'run.failure.title': 'A execução falhou',
  'run.failure.titleAt': 'A execução falhou em: {{step}}',
  'run.failure.attention': 'Uma pessoa precisa olhar esta execução',
  'run.failure.code': 'Código: {{code}}',
  'run.failure.lock':
    'O estado está bloqueado por {{who}} desde {{since}} ({{operation}}, bloqueio {{id}}).',
  'run.title.unlock': 'Destravar {{name}}',
  'run.title.restore': 'Restaurar o estado de {{name}}',
  'run.end.unlocked': 'Pronto: o estado de {{name}} não está mais travado.',
  'run.end.restored':
    'Pronto: o estado de {{name}} foi restaurado. Nada mudou na AWS; a próxima execução junta os dois.',
  'run.openState': 'Abrir o estado',
  'run.title.adopt': 'Adotar {{name}}',
};
