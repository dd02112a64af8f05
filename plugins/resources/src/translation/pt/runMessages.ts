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

  'advice.invalid_bundle':
    'O módulo do modelo quebra uma regra do executor. Avise quem mantém o modelo.',
  'advice.invalid_variables':
    'Mude o valor que a mensagem indica e crie o recurso de novo.',
  'advice.identity':
    'O executor não recebeu credenciais da AWS. O time de plataforma precisa olhar a role dele.',
  'advice.wrong_account':
    'As credenciais são de outra conta AWS, não a do ambiente. Nada foi mudado. Avise o time de plataforma.',
  'advice.state_missing':
    'O estado que o portal conhece não está no bucket. Não crie outro: o time de plataforma pode trazer de volta uma versão anterior do objeto.',
  'advice.state_empty':
    'O estado no bucket está vazio, mas antes tinha conteúdo. O time de plataforma pode trazer de volta uma versão anterior do objeto.',
  'advice.state_older':
    'O estado no bucket é mais antigo do que o que o portal conhece. O time de plataforma pode trazer de volta a versão certa do objeto.',
  'advice.state_foreign':
    'O estado no bucket é de outra coisa. Nada foi mudado. Avise o time de plataforma.',
  'advice.state_unreadable':
    'Não é possível ler o estado no bucket. O time de plataforma pode trazer de volta uma versão anterior do objeto.',
  'advice.locked':
    'Espere a outra execução terminar e tente de novo. Se ninguém estiver executando, o time de plataforma pode remover o bloqueio.',
  'advice.init_failed':
    'O Terraform não conseguiu se preparar. Veja o log; tente de novo se um download falhou.',
  'advice.plan_failed':
    'O Terraform não conseguiu planejar. Os diagnósticos abaixo indicam o lugar.',
  'advice.plan_stale':
    'A AWS mudou depois que o plano foi feito. Comece outra execução para ter um plano novo.',
  'advice.apply_failed':
    'A AWS recusou uma mudança. Os diagnósticos abaixo dizem qual. Corrija a causa e tente de novo; o que foi criado até lá continua no estado.',
  'advice.state_not_saved':
    'O Terraform não conseguiu salvar o estado no bucket. Ele foi guardado à parte. Não comece outra execução antes que o time de plataforma o traga de volta.',
  'advice.disk_full':
    'O disco do executor está cheio. Tente mais tarde e avise o time de plataforma.',
  'advice.unreachable':
    'Não foi possível falar com a AWS. Tente de novo quando a rede voltar.',
  'advice.timed_out':
    'A execução passou do tempo permitido. Veja no log o que ela esperava.',
  'advice.fenced':
    'Uma tentativa mais nova desta execução assumiu. Esta não mudou nada.',
  'advice.runner_lost':
    'O portal não sabe o que está na AWS e não muda nada sozinho. Fale com o time de plataforma.',
  'advice.launch_failed':
    'Não foi possível iniciar o executor. Tente de novo; se continuar, avise o time de plataforma.',
  'advice.orphans':
    'Apague na AWS o que a mensagem indica e exclua o recurso de novo.',
  'advice.policy': 'Mude o que a política indica e crie o recurso de novo.',
  'advice.other':
    'Veja o log. Se não ajudar, informe ao time de plataforma o id da execução: {{id}}',

  'diagnostics.title': 'Diagnósticos',
  'diagnostics.error': 'Erro',
  'diagnostics.warning': 'Aviso',
  'diagnostics.place': '{{file}}, linha {{line}}',

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

  'log.title': 'Log',
  'log.region': 'Log da execução',
  'log.waiting': 'Ainda não há linhas.',
  'log.none': 'A execução não deixou log.',
  'log.noMatch': 'Nenhuma linha corresponde',
  'log.search': 'Buscar no log',
  'log.match': '{{current}} de {{total}}',
  'log.next': 'Próxima ocorrência',
  'log.previous': 'Ocorrência anterior',
  'log.follow': 'Acompanhar',
  'log.download': 'Baixar',
  'log.lines_one': '{{count, number}} linha',
  'log.lines_other': '{{count, number}} linhas',
  'log.level.debug': 'depuração',
  'log.level.info': 'informação',
  'log.level.warn': 'aviso',
  'log.level.error': 'erro',

  'connection.connecting': 'Conectando',
  'connection.live': 'Ao vivo',
  'connection.reconnecting': 'Conexão perdida, tentando de novo',
  'connection.ended': 'Completo',
};
