export interface Config {
  scaffolder?: {
    git?: {
      /**
       * Where the skeletons are that templates name: a folder. A relative path is taken from the folder that the
       * backend process runs in.
       *
       * Default: `../../skeletons`
       */
      skeletons?: string;
      /**
       * Where new repositories go when no GitHub is configured: a folder, in which bare repositories are made and from
       * which anyone who can read it clones; or an `https:` or `ssh:` address before the repository's name, whose
       * repositories have to exist and be empty. Without it and without GitHub nothing is published.
       */
      repositories?: string;
      /** GitHub is the destination when this is set and `integrations.github` has credentials for the host. */
      github?: {
        /** Default: `github.com` */
        host?: string;
        /** Organisation or user whose repositories they become. */
        owner: string;
      };
    };
  };
}
