import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  terrastage?: {
    /**
     * Who may log in: the User and Group entities of the catalog, kept in a
     * Cognito user pool. Without `cognito` nothing is synced.
     */
    users?: {
      files?: {
        /**
         * Files with User entities, relative to the repository, or addresses.
         * Default: catalog/users.yaml
         */
        users?: string | string[];
        /**
         * Files with Group entities. Default: catalog/groups.yaml
         */
        groups?: string | string[];
      };
      cognito?: {
        /** For example us-east-1_AbCdEf123. */
        userPoolId: string;
        /** Default: the one in userPoolId. */
        region?: string;
        /** Another address than AWS' own, for a local pool. */
        endpoint?: string;
      };
      /**
       * The mark on users and groups that this portal manages. Two portals with
       * files of their own on one pool need two marks. Default: terrastage
       */
      managedBy?: string;
      /**
       * How somebody new gets in: Cognito sends an email with a temporary
       * password, or nobody is told until `users reset-password`. Default: email
       */
      invitation?: 'email' | 'none';
      /**
       * A sync stops when more than this share of the people with a login would
       * lose it, from 0 to 1. Default: 0.2
       */
      maxRemovalShare?: number;
      /**
       * Fewer than this many never stop a sync, unless they are everybody.
       * Default: 2
       */
      minRemovals?: number;
      /** People worked on at once. Default: 5 */
      concurrency?: number;
      /**
       * When the portal syncs. Default: every 10 minutes, 10 seconds after the
       * start, with 10 minutes to finish
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
