import type { adviceMessages as en } from '../en/adviceMessages';
import type { Translated } from '../Translated';

export const adviceMessages: Translated<typeof en> = {
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
    'Espere a outra execução terminar e tente de novo. Se ninguém estiver rodando, remova a trava na página do estado.',
  'advice.init_failed':
    'O Terraform não conseguiu se preparar. Veja o log; tente de novo se um download falhou.',
  'advice.plan_failed':
    'O Terraform não conseguiu planejar. Os diagnósticos abaixo indicam o lugar.',
  'advice.plan_stale':
    'A AWS mudou depois que o plano foi feito. Comece outra execução para ter um plano novo.',
  'advice.bucket_not_empty':
    'Nada foi excluído. Esvazie o bucket, ou permita em Alterar que a exclusão leve os objetos, e exclua de novo.',
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
  'advice.lock_changed':
    'Outra pessoa mantém a trava agora. Veja a página do estado de novo antes de remover qualquer coisa.',
  'advice.unlock_failed':
    'A trava não pôde ser removida. Tente de novo; se continuar, o time de plataforma precisa ver o acesso do executor ao bucket.',
  'advice.restore_failed':
    'Nada foi restaurado. A mensagem diz por quê; escolha outra versão ou tente de novo.',
  'advice.adoption_refused':
    'Nada passou a ser gerenciado e a AWS está como estava. Corrija o que a mensagem diz, no formulário ou na AWS, e preencha o formulário de novo.',
};
