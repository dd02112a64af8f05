import type { HumanDuration } from '@backstage/types';

export interface Config {
  scaffolder?: {
    terraform?: {
      /**
       * Where the skeletons are that templates name: a folder with one folder for each, or the URL of such a
       * folder in a repository, such as `https://github.com/acme/platform/tree/main/skeletons`. A relative path
       * is taken from the folder that the backend process runs in. URLs need an entry under `integrations` and
       * `backend.reading.allow` as usual.
       *
       * Default: `../../skeletons/terraform`
       */
      skeletons?: string;
      /**
       * How often the portal is told what the current skeletons are: so late it is at most when it offers an
       * upgrade. Default: 30 seconds
       */
      publishEvery?: string | HumanDuration;
    };
  };
}
