export interface Config {
  terrastage?: {
    /** The login. Its provider is `auth.providers.oidc`. */
    login?: {
      /**
       * `oidc`: people log in at the identity provider. `guest`: every visitor is the user of
       * auth.providers.guest; for trying things on one machine.
       *
       * Default: oidc
       * @visibility frontend
       */
      mode?: 'oidc' | 'guest';
      /**
       * How people call the identity provider, on the sign-in button. Default: the button says no name.
       *
       * @visibility frontend
       */
      title?: string;
      /** Whom somebody asks who cannot log in. */
      contact?: {
        /** @visibility frontend */
        name: string;
        /**
         * https: or mailto:
         * @visibility frontend
         */
        url?: string;
      };
      /**
       * Set by `npm start` with its own Cognito: the page says where the passwords are.
       *
       * Default: false
       * @visibility frontend
       */
      local?: boolean;
    };
  };
}
