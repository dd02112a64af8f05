import type { stateMessages as en } from '../en/stateMessages';
import type { Translated } from '../Translated';

export const stateMessages: Translated<typeof en> = {
  'state.title': 'Estado de {{name}}',
  'state.breadcrumb': 'Estado',
  'state.open': 'Versões',
  'state.versions.title': 'Versões',
  'state.versions.intro':
    'O estado do Terraform diz o que existe na AWS. Cada execução deixa uma nova versão no bucket de estado; o portal apenas as lê.',
  'state.versions.caption': 'Versões do estado, da mais nova à mais antiga',
  'state.versions.none': 'Ainda não há estado',
  'state.versions.noneAdvice':
    'A primeira versão aparece quando a primeira execução tiver criado algo.',
  'state.versions.serial': 'Serial',
  'state.versions.when': 'Gravada',
  'state.versions.size': 'Tamanho',
  'state.versions.by': 'Por',
  'state.versions.holds': 'Contém',
  'state.versions.actions': 'Ações',
  'state.versions.current': 'Atual',
  'state.versions.byHand': 'não por uma execução deste portal',
  'state.versions.managed_one': '{{count}} item',
  'state.versions.managed_other': '{{count}} itens',
  'state.versions.more': 'Mostrar mais antigas',
  'state.versions.compare': 'Comparar com a atual',
  'state.versions.foreign': 'De outra linhagem',
  'state.kind.state': 'Estado',
  'state.kind.deleted': 'O objeto foi excluído',
  'state.kind.empty': 'Objeto vazio',
  'state.kind.unreadable': 'Não é um estado do Terraform',
  'state.compare.title': 'Comparar',
  'state.compare.from': 'De',
  'state.compare.to': 'Para',
  'state.compare.choose':
    'Escolha duas versões para ver o que foi adicionado, alterado e removido entre elas.',
  'state.compare.tooFew': 'Só há uma versão que pode ser comparada.',
  'state.compare.version': 'Serial {{serial}}, {{when}}',
  'state.compare.currentVersion': 'Serial {{serial}}, {{when}} (atual)',
  'state.compare.same': 'As duas contêm o mesmo.',
  'state.compare.otherLineage':
    'São estados de coisas diferentes: as linhagens não são a mesma.',
  'state.compare.secrets':
    'Valores sensíveis nunca são mostrados, apenas que são diferentes.',
  'state.compare.outputs': 'Saídas',
  'state.compare.added': 'Adicionado',
  'state.compare.changed': 'Alterado',
  'state.compare.removed': 'Removido',
  'state.compare.before': 'Em “De”',
  'state.compare.after': 'Em “Para”',
  'state.versions.restore': 'Restaurar',
  'lock.title': '{{who}} mantém a trava desde {{since}}',
  'lock.alive':
    'A execução que a pegou está viva; nada mais pode rodar até ela terminar.',
  'lock.dead':
    'A execução que a pegou morreu e não vai soltá-la. Enquanto estiver travado, nenhuma execução começa.',
  'lock.unknown':
    'Nenhuma execução deste portal a pegou: alguém pode estar rodando o Terraform à mão. Pergunte antes de removê-la.',
  'lock.admins':
    'Só um administrador pode removê-la: fale com o time de plataforma.',
  'lock.heartbeat': 'O último sinal do executor foi em {{time}}.',
  'lock.openRun': 'Abrir a execução',
  'lock.unlock': 'Remover a trava',
  'unlock.title': 'Remover a trava?',
  'unlock.what':
    'Uma execução remove esta trava e nenhuma outra. A AWS e o estado ficam como estão.',
  'unlock.who': 'Mantida por',
  'unlock.since': 'Desde',
  'unlock.operation': 'Para',
  'unlock.id': 'Trava',
  'unlock.keep': 'Deixar',
  'unlock.confirm': 'Remover a trava',
  'unlock.failed': 'A trava não foi removida',
  'restore.title': 'Restaurar o estado de serial {{serial}}?',
  'restore.what':
    'O Terraform planeja com o estado de {{when}}, e você vê o que ele faria na AWS. Nada é gravado antes de você confirmar esse plano.',
  'restore.next':
    'Depois de confirmado, esse estado é gravado como o mais novo, sob uma trava. A AWS fica como está até a próxima execução.',
  'restore.keep': 'Deixar',
  'restore.confirm': 'Planejar com ele',
  'restore.failed': 'Nenhuma restauração começou',
};
