import type { LocalAws } from '../aws/startLocalAws';
import type { SeededPerson } from '../cognito/seedPeople';
import type { LocalCognito } from '../cognito/startLocalCognito';
import type { Settings } from '../config/readSettings';
import type { Postgres } from '../postgres/startPostgres';
import type { Progress } from '../progress/createProgress';
import type { CliConfig } from '../terraform/terraformCliConfig';
import type { Terraform } from '../terraform/findTerraform';
import type { Portal } from './startPortal';
import type { Shutdown } from './Shutdown';
import type { Visitor } from './Visitor';

export type StartMode = 'start' | 'dev';

/** What each step finds when it runs, and what it leaves for the next ones. */
export type StartContext = {
  readonly mode: StartMode;
  /** The repository. */
  readonly root: string;
  /** What starts share: Node, Terraform, providers, what was built from what. */
  readonly home: string;
  /** What this start alone has: data, configuration, logs of its runs. */
  readonly runDir: string;
  /** Name of the seeded user to be; default: ana. */
  readonly as?: string;
  readonly progress: Progress;
  readonly shutdown: Shutdown;
  /** Aborted when nobody wants the start any more. */
  readonly signal?: AbortSignal;
  /** Whether every visitor is a seeded user; otherwise people log in. */
  readonly guest?: boolean;
  /** Configuration files besides those of the repository. */
  readonly extraConfigFiles?: string[];

  settings?: Settings;
  /** Only with `guest`. */
  visitor?: Visitor;
  ports?: Settings['ports'];
  terraform?: Terraform;
  cliConfig?: CliConfig;
  python?: string;
  /** Program that builds the documentation pages, if there is one. */
  mkdocs?: string;
  runnerProgram?: string;
  postgres?: Postgres;
  aws?: LocalAws;
  /** Absent with a guest, or with an identity provider of one's own. */
  cognito?: LocalCognito;
  /** Who can log in at the local Cognito. */
  people?: SeededPerson[];
  generatedConfig?: string;
  /** The portal answers with it, so that another one on its port is not taken for it. */
  startId?: string;
  portal?: Portal;
};

export type Step = {
  title: string;
  run(context: StartContext): Promise<void>;
};

/** What an earlier step has left; its absence is a mistake in the list of steps. */
export function need<C extends Partial<StartContext>, K extends keyof C>(
  context: C,
  key: K,
): NonNullable<C[K]> {
  const value = context[key];
  if (value === undefined || value === null) {
    throw new Error(`The step that provides "${String(key)}" has not run yet`);
  }
  return value as NonNullable<C[K]>;
}
