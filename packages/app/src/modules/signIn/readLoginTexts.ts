import type { ConfigApi } from '@backstage/core-plugin-api';

export type LoginTexts = {
  /** How people call the identity provider. */
  title?: string;
  /** Whom to ask. */
  contact?: { name: string; url?: string };
  /** Whether a local start serves the login. */
  isLocal: boolean;
};

/** Reads what `terrastage.login` says to people. */
export function readLoginTexts(config: ConfigApi): LoginTexts {
  const login = config.getOptionalConfig('terrastage.login');
  const name = login?.getOptionalString('contact.name');
  return {
    title: login?.getOptionalString('title'),
    isLocal: login?.getOptionalBoolean('local') ?? false,
    contact: name
      ? { name, url: login?.getOptionalString('contact.url') }
      : undefined,
  };
}
