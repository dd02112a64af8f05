import type { App } from '../http/createApp.ts';

export type RunningService = {
  app: App;
  /** Ends what the service has open, after its last answer. */
  close(): Promise<void>;
};
