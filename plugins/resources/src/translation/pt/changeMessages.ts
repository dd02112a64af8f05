import type { changeMessages as en } from '../en/changeMessages';
import type { Translated } from '../Translated';

export const changeMessages: Translated<typeof en> = {
  'change.button': 'Alterar',
  'change.breadcrumb': 'Alterar',
  'change.title': 'Alterar {{name}}',
  'change.intro':
    'O formulário como foi preenchido da última vez. Nome, ambiente e dono permanecem. Nada muda antes de você ler o plano e confirmá-lo.',
  'change.unknown':
    'O portal não sabe como o formulário foi preenchido. Confira cada campo: o que você deixar como sugerido pode ser diferente do valor atual do recurso. O plano vai mostrar.',
  'change.impossible':
    'Este recurso não pode ser alterado agora: há uma execução ativa, ele não existe mais, não tem template, ou você só pode consultá-lo.',
  'change.planning': 'A alteração foi enviada; o plano abre em instantes.',
  'change.failed': 'A alteração não foi planejada',
  'change.submit': 'Planejar a alteração',
  'change.waits': 'O plano de uma alteração aguarda confirmação',
  'change.read': 'Ler o plano',

  'decide.title': 'Este plano aguarda a sua confirmação',
  'decide.intro': 'Nada mudou ainda. Leia o plano abaixo.',
  'decide.destructive':
    'Este plano exclui ou substitui algo na AWS. Veja o quê antes de confirmar.',
  'decide.byOthers': 'Alguém do time dono precisa decidir.',
  'decide.by': 'Sem decisão, ele é descartado em {{time}}.',
  'decide.confirm': 'Confirmar e aplicar',
  'decide.discard': 'Descartar',
  'decide.back': 'Voltar',
  'decide.confirmTitle': 'Aplicar este plano em {{name}}?',
  'decide.confirmIntro':
    'Exatamente este plano é aplicado. Se algo mudou desde então, a execução para e avisa.',
  'decide.discardTitle': 'Descartar este plano?',
  'decide.discardIntro':
    'Nada muda na AWS. A alteração pode ser pedida de novo a qualquer momento.',
  'decide.failed': 'Não foi possível',
  'decide.confirmedBy': 'Confirmado por',
  'decide.discardedBy': 'Descartado por',
  'decide.late': 'Ninguém, a tempo',

  'retry.title': 'Você pode tentar de novo',
  'retry.destroy': 'Você pode tentar excluir de novo',
  'retry.intro':
    'Uma nova execução planeja de novo a partir do que existe na AWS agora. O que precisava de confirmação vai pedi-la de novo.',
  'retry.same': 'Tentar de novo',
  'retry.current': 'Tentar de novo com o template atual',
  'retry.failed': 'A execução não foi iniciada',
  'retry.of': 'Tenta de novo',
  'retry.run': 'uma execução anterior',

  'upgrade.title':
    'A versão {{to}} do template está disponível; esta é a {{from}}',
  'upgrade.open': 'Ver o que há de novo',
  'upgrade.dialog': 'Da versão {{from}} para a {{to}}',
  'upgrade.intro':
    'A atualização é planejada com os valores atuais. Você lê o plano e o confirma antes que algo mude.',
  'upgrade.noChangelog': 'O histórico do template não diz nada sobre ela.',
  'upgrade.plan': 'Planejar a atualização',
  'upgrade.failed': 'A atualização não foi planejada',
  'upgrade.versions': 'Versão do template',
  'upgrade.fromTo': '{{from}} para {{to}}',
  'upgrade.badge': 'Atualizar para {{to}}',
  'upgrade.deprecated': 'O template está obsoleto desde a versão {{version}}',
  'upgrade.deprecatedAdvice': 'Este recurso continua como está.',
  'upgrade.retired': 'O template foi aposentado na versão {{version}}',
  'upgrade.retiredAdvice':
    'Este recurso permanece e pode ser alterado e excluído com os arquivos com que foi criado.',
  'upgrade.commit': 'Commit do Git',
  'upgrade.noCommit': 'não registrado: os arquivos não estavam em um commit',
  'run.end.nothing': 'Pronto: nada precisava mudar na AWS.',
};
