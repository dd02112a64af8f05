import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Terrastage: resources that users make through Terraform. */
  resources?: {
    /**
     * Entity references of groups (or users) whose members are platform admins. The permission policy reads it. Default: none.
     */
    admins?: string[];

    /** Where runs go, by the name that forms offer. At least one. */
    environments: {
      [name: string]: {
        /** For people. Default: the name. */
        title?: string;
        /** AWS region of the resources. */
        region: string;
        /** AWS account, twelve digits in quotes. A runner that finds itself in another one stops. */
        account: string;
        /** S3 bucket of the Terraform states. The portal reads it; only runners write. */
        stateBucket: string;
        /** Region of that bucket. Default: `region`. */
        stateRegion?: string;
        /** Role that a runner assumes. Default: the runner's own credentials. */
        roleArn?: string;
        /** Role by type of resource, before `roleArn`. Default: none. */
        roleArns?: { [type: string]: string };
        /** KMS key for states and plans. Default: the bucket's own encryption. */
        kmsKeyId?: string;
        /**
         * Defaults and limits of what people may ask for here, by type of resource. Forms read their lists from it,
         * the server enforces it. A type that is not named has the rules of its template alone. Default: none.
         */
        resourceTypes?: {
          [type: string]: {
            /** Values of variables that a request leaves out. Default: the template's. */
            defaults?: { [variable: string]: unknown };
            /** What variables may be. It can narrow what the template allows, not widen it. Default: no limits. */
            limits?: {
              [variable: string]: {
                /** The only values, in the order in which forms offer them. */
                allowed?: Array<string | number | boolean>;
                /** Smallest number. */
                min?: number;
                /** Largest number. */
                max?: number;
              };
            };
          };
        };
        /** How long resources live. What has expired is shown as such; nothing is deleted by itself. */
        lifetime?: {
          /** What a new one gets that asks for nothing. Default: `maximum`; without that it never expires. */
          default?: string | HumanDuration;
          /** The most that one may have, from the time of the request. Default: no limit. */
          maximum?: string | HumanDuration;
        };
      };
    };

    /** Cost centres that forms offer; each is a tag's value. At least one. */
    costCenters: Array<{
      name: string;
      /** For people. Default: the name. */
      title?: string;
    }>;

    /** Sources of the providers that a module may use. Default: `registry.terraform.io/hashicorp/aws`. */
    allowedProviders?: string[];

    /**
     * `summary`: the plan's counts are what is decided by, and the full plan is read beside the apply.
     * `full`: the full plan is read before. Default: `summary`.
     */
    review?: 'summary' | 'full';

    runs?: {
      /**
       * How many runs at once on this machine, or in the cluster. Default in a cluster: as many as it takes. Default
       * else: one for each GiB of memory (of the container, where it is
       * limited), at least 1 and at most twice the processor cores.
       */
      maxConcurrent?: number;
      /** The longest that a runner may take. Default: 2 hours. */
      deadline?: string | HumanDuration;
      /** What Terraform gets to save its state after a cancel, before it is killed. Default: 10 minutes. */
      grace?: string | HumanDuration;
      /** How long to wait for a state lock that somebody holds. Default: 1 minute. */
      lockTimeout?: string | HumanDuration;
      /** A runner that said nothing for so long, and whose process is gone, is lost. Default: 20 seconds. */
      lostAfter?: string | HumanDuration;
      /** How long the events of runs that are over, and plans of resources never made, are kept. Default: 90 days. */
      retention?: string | HumanDuration;
      /** How long a plan waits for somebody to confirm it, before it is discarded. Default: 7 days. */
      confirmWithin?: string | HumanDuration;
    };

    launcher?: {
      /** Runners as child processes on the portal's machine. They survive a restart of the portal. */
      process?: {
        /** The runner's program and its first arguments. Default: the one that comes with Terrastage. */
        command?: string[];
        /** Folder for the runs' folders. It must outlive the portal. Default: `terrastage-runs` in the system's folder for temporary files. */
        runsDir?: string;
        /** More environment variables for runners. The portal's own are not passed on, but for those that its README names. */
        env?: { [name: string]: string };
        /** Path of Terraform or OpenTofu. Default: `terraform` on PATH. */
        terraformBinary?: string;
        /** Folder that runs share for initialised workspaces. Default: none is shared. */
        initCacheDir?: string;
        /**
         * Whether one runner is kept ready, so that a run starts a third of a second sooner. It takes 110 MB. Default:
         * true, but for a `command` of your own, which has to know `--standby`.
         */
        standby?: boolean;
      };

      /** Runners as Kubernetes Jobs, in the place of processes. Default: none. */
      kubernetes?: {
        /** Tells clusters apart whose runners are in one database. Default: `default`. */
        cluster?: string;
        /** Where the Jobs are made. Of runners alone. */
        namespace: string;
        /** The runner's image, best by its digest. */
        image: string;
        /** Default: `IfNotPresent`. */
        imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
        /** Names of Secrets. Default: none. */
        imagePullSecrets?: string[];
        /** Default: what the image says. */
        command?: string[];
        /** More environment variables for runners. No secret belongs here: who may read Jobs may read it. */
        env?: { [name: string]: string };
        /** Base URL of the runner API as pods reach it. Default: the portal's internal address. */
        portalUrl?: string;
        /** Default: `terrastage-runner`. */
        serviceAccount?: string;
        /** The service account by the type of the resource; its AWS role comes with it. Default: `serviceAccount`. */
        serviceAccounts?: { [type: string]: string };
        /** Kueue's LocalQueue of owners without one of their own. Default: none, so their Jobs start at once. */
        defaultQueue?: string;
        /** Kueue's LocalQueue by owner, such as `group:default/payments`. */
        queues?: { [owner: string]: string };
        resources?: {
          /** Default: 500m of a processor and 1Gi of memory. */
          requests?: {
            cpu?: string | number;
            memory?: string;
            'ephemeral-storage'?: string;
          };
          /** Default: 2Gi of memory. */
          limits?: {
            cpu?: string | number;
            memory?: string;
            'ephemeral-storage'?: string;
          };
        };
        /** Of the work folder; Terraform's provider alone has 700 MB where the image does not bring it. Default: 2Gi. */
        workspaceSize?: string;
        /** A pod that has not started by then is given up; waiting in a queue does not count. Default: 15 minutes. */
        startTimeout?: string | HumanDuration;
        /** How long Jobs that are over are kept, with their logs. Default: 1 day. */
        ttlAfterFinished?: string | HumanDuration;
        /** More labels for Jobs and pods. */
        labels?: { [name: string]: string };
        nodeSelector?: { [name: string]: string };
        tolerations?: Array<{
          key?: string;
          operator?: 'Exists' | 'Equal';
          value?: string;
          effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
        }>;
        priorityClass?: string;
        /** File for a portal outside of the cluster. Default: the pod's own service account, else the user's kubeconfig. */
        kubeconfig?: string;
        /** Of the kubeconfig. Default: its current one. */
        context?: string;
      };
    };
  };
}
