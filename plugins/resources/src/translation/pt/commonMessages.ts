import type { commonMessages as en } from '../en/commonMessages';
import type { Translated } from '../Translated';

export const commonMessages: Translated<typeof en> = {
  'common.resources': 'Recursos',
  'common.retry': 'Tentar de novo',
  'common.close': 'Fechar',
  'common.loading': 'Carregando',
  'common.copy': 'Copiar {{what}}',
  'common.copied': '{{what}} copiado',
  'common.copyFailed': 'O navegador não permitiu copiar {{what}}',
  'common.opensInNewTab': 'abre em outra aba',
  'common.stale': 'Isto pode estar desatualizado: a última atualização falhou.',

  'error.unreachable.title': 'Não foi possível falar com o portal',
  'error.unreachable.advice':
    'Verifique se ele está no ar e se você está na rede dele. Esta página continua tentando.',
  'error.signedOut.title': 'Sua sessão terminou',
  'error.signedOut.advice': 'Recarregue a página e entre de novo.',
  'error.forbidden.title': 'Você não tem acesso a isto',
  'error.forbidden.advice':
    'Peça acesso ao dono ou a um administrador da plataforma.',
  'error.notFound.title': 'Não existe ou não é seu',
  'error.notFound.advice':
    'Confira o link. Se for de outro time, peça acesso a esse time.',
  'error.conflict.title': 'Já há outra coisa em andamento',
  'error.conflict.advice': 'Espere terminar e tente de novo.',
  'error.rejected.title': 'O portal não aceitou o pedido',
  'error.rejected.advice': 'Limpe os filtros ou recarregue a página.',
  'error.server.title': 'O portal teve um problema',
  'error.server.advice':
    'Tente de novo. Se continuar, mostre o texto abaixo ao time de plataforma.',
  'error.detail': 'O que o portal disse: {{message}}',
};
