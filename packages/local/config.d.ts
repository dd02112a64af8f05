export interface Config {
  terrastage?: {
    /** Read by `npm start` and `npm run dev` only. */
    local?: {
      /**
       * `local`: an AWS of its own on this machine; it and the inventory are
       * empty at each start. `real`: the AWS of `resources.environments`, with
       * the credentials of the shell; the database is kept.
       *
       * Default: `real` if app-config.local.yaml has `resources.environments`,
       * else `local`.
       */
      aws?: 'local' | 'real';
      /** Wanted ports on 127.0.0.1; where one is taken, a free one is chosen. */
      ports?: {
        /** Default: 7007 */
        portal?: number;
        /** The web app's own server with hot reload. Default: 3000 */
        app?: number;
        /** Default: 7008 */
        aws?: number;
        /** Default: 7009 */
        postgres?: number;
        /** The local Cognito. Default: 7010 */
        cognito?: number;
      };
    };
  };
  techdocs?: {
    generator?: {
      mkdocs?: {
        /**
         * Read by TechDocs, which does not declare it itself.
         */
        omitTechdocsCorePlugin?: boolean;
      };
    };
  };
}
