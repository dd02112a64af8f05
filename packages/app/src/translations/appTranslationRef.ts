import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** Texts of the app's own frame: the sidebar and what hangs on it. */
export const appTranslationRef = createTranslationRef({
  id: 'terrastage-app',
  messages: {
    sidebar: {
      home: 'Home',
      search: 'Search',
      menu: 'Menu',
      resources: 'Resources',
      create: 'Create',
      catalog: 'Catalog',
      docs: 'Documentation',
      settings: 'Settings',
    },
    page: {
      actions: 'Actions',
      authProviders: 'Authentication Providers',
      catalog: 'Catalog',
      catalogGraph: 'Catalog Graph',
      create: 'Create',
      docs: 'Documentation',
      featureFlags: 'Feature Flags',
      general: 'General',
      search: 'Search',
      settings: 'Settings',
      tasks: 'Tasks',
      templateEditor: 'Template Editor',
      templates: 'Templates',
      templatingExtensions: 'Templating Extensions',
    },
    signIn: {
      welcome: 'Sign in to make and look after your AWS resources.',
      button: 'Sign in',
      buttonWith: 'Sign in with {{title}}',
      local:
        'The terminal that runs npm start shows who there is, and how to get a password.',
      again: 'Try again',
      another: 'Sign in as somebody else',
      account: 'You signed in as {{email}}.',
      ask: 'Whom to ask:',
      problem: {
        'unknown-user': {
          title: 'This portal does not know you yet',
          advice:
            'Signing in worked, but nobody in the catalog has your email. Ask to be added; it takes effect within minutes.',
        },
        'email-not-verified': {
          title: 'Your email is not verified',
          advice:
            'The identity provider does not vouch for your email, so it cannot say who you are here. Verify it there, then try again.',
        },
        'ambiguous-user': {
          title: 'More than one person has your email',
          advice:
            'The catalog names your email more than once, so it cannot say who you are. Ask to have that corrected.',
        },
        'provider-away': {
          title: 'The identity provider does not answer',
          advice: 'Try again in a minute.',
        },
        other: {
          title: 'Signing in did not work',
          advice:
            'Try again. If it goes on, the log of the portal says what failed.',
        },
      },
    },
  },
});
