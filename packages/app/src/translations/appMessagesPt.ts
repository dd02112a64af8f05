import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { appTranslationRef } from './appTranslationRef';

export default createTranslationMessages({
  ref: appTranslationRef,
  full: true,
  messages: {
    'sidebar.home': 'Início',
    'sidebar.search': 'Buscar',
    'sidebar.menu': 'Menu',
    'sidebar.resources': 'Recursos',
    'sidebar.create': 'Criar',
    'sidebar.catalog': 'Catálogo',
    'sidebar.docs': 'Documentação',
    'sidebar.settings': 'Configurações',
    'page.actions': 'Ações',
    'page.authProviders': 'Provedores de autenticação',
    'page.catalog': 'Catálogo',
    'page.catalogGraph': 'Grafo do catálogo',
    'page.create': 'Criar',
    'page.docs': 'Documentação',
    'page.featureFlags': 'Feature flags',
    'page.general': 'Geral',
    'page.search': 'Buscar',
    'page.settings': 'Configurações',
    'page.tasks': 'Tarefas',
    'page.templateEditor': 'Editor de templates',
    'page.templates': 'Templates',
    'page.templatingExtensions': 'Extensões de templates',
    'signIn.welcome': 'Entre para criar e cuidar dos seus recursos na AWS.',
    'signIn.button': 'Entrar',
    'signIn.buttonWith': 'Entrar com {{title}}',
    'signIn.local':
      'O terminal do npm start mostra quem existe e como obter uma senha.',
    'signIn.again': 'Tentar de novo',
    'signIn.another': 'Entrar como outra pessoa',
    'signIn.account': 'Você entrou como {{email}}.',
    'signIn.ask': 'A quem pedir:',
    'signIn.problem.unknown-user.title': 'Este portal ainda não conhece você',
    'signIn.problem.unknown-user.advice':
      'O login funcionou, mas ninguém no catálogo tem o seu e-mail. Peça para ser incluído; vale em poucos minutos.',
    'signIn.problem.email-not-verified.title':
      'O seu e-mail não está verificado',
    'signIn.problem.email-not-verified.advice':
      'O provedor de identidade não garante o seu e-mail, por isso não pode dizer quem você é aqui. Verifique-o lá e tente de novo.',
    'signIn.problem.ambiguous-user.title':
      'Mais de uma pessoa tem o seu e-mail',
    'signIn.problem.ambiguous-user.advice':
      'O catálogo cita o seu e-mail mais de uma vez, por isso não pode dizer quem você é. Peça que isso seja corrigido.',
    'signIn.problem.provider-away.title':
      'O provedor de identidade não responde',
    'signIn.problem.provider-away.advice': 'Tente de novo daqui a um minuto.',
    'signIn.problem.other.title': 'O login não funcionou',
    'signIn.problem.other.advice':
      'Tente de novo. Se continuar, o log do portal diz o que falhou.',
  },
});
