import type { logMessages as en } from '../en/logMessages';
import type { Translated } from '../Translated';

export const logMessages: Translated<typeof en> = {
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
