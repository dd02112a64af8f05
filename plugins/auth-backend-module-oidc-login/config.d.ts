export interface Config {
  terrastage?: {
    login?: {
      /**
       * Where a sign-out leads the browser, so that the session of the identity provider ends as well. Of Cognito:
       * https://<domain>/logout?client_id=<client id>&logout_uri=<address of the portal>. It has to be https, or
       * on localhost. Default: none, only the portal's own session and tokens end.
       */
      logoutUrl?: string;
      /**
       * The claim that says that the email is verified: true, "true", 1 or "1". Without it nobody gets in.
       *
       * Default: email_verified
       */
      verifiedClaim?: string;
    };
  };
}
