import type { AwsClients } from '../aws/AwsClients';
import type { PreparedFolder } from '../cache/PreparedFolder';
import type { ModuleFacts } from '../checks/ModuleFacts';
import type { EventSink } from '../events/EventSink';
import type { PortalClient } from '../portal/PortalClient';
import type {
  Job,
  Output,
  PlanDetail,
  PlanSummary,
  PlanVerdict,
  StateRecord,
} from '../protocol';
import type { Redactor } from '../redaction/Redactor';
import type { StateFile } from '../state/stateFile';
import type { TerraformCli } from '../terraform/TerraformCli';
import type { RunFolders } from './makeFolders';
import type { StopControl } from './StopControl';

/** What every step gets: the job, the ways out of the process, and what earlier steps found. */
export type RunContext = {
  readonly job: Job;
  readonly folders: RunFolders;
  readonly portal: PortalClient;
  readonly events: EventSink;
  readonly redactor: Redactor;
  readonly terraform: TerraformCli;
  readonly aws: AwsClients;
  readonly stop: StopControl;
  /** Folder that runs share for prepared workspaces. */
  readonly initCacheDir?: string;
  /** The whole environment of the runner; steps read the CLI configuration's place from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly found: Findings;
  /** Steps that go on beside others; none of these promises rejects. */
  readonly beside: Promise<void>[];
};

/** What the steps find out, each property set by the step named. */
export type Findings = {
  /** `prepare` */
  module?: ModuleFacts;
  /** `prepare`: digest of all that decides what `init` does. */
  initKey?: string;
  /** `guard`: the state before the run. */
  before?: StateFile;
  /** `init` */
  prepared?: PreparedFolder;
  /** `init`: true when Terraform itself had to do it. */
  isNewFolder?: boolean;
  /** `plan` */
  plan?: { digest: string; summary: PlanSummary };
  /** `plan`: resolves when the plan is in the state bucket. */
  storedPlan?: Promise<void>;
  /** `fetch-plan`: digests of the providers that made the plan, by source and version. */
  plannedWith?: Record<string, string>;
  /** `show` */
  detail?: PlanDetail;
  /** `verdict` */
  verdict?: PlanVerdict['next'];
  /** `fetch-version`: the text of the state as it is to be written. */
  restored?: string;
  /** `unlock`, `restore`: what was asked for is done. */
  isDone?: boolean;
  /** `apply` */
  applyStarted: boolean;
  /** `apply`: from the stream. */
  streamedOutputs?: Record<string, Output>;
  /** `apply`: where an `errored.tfstate` was kept. */
  savedState?: string;
  /** `output` */
  outputs?: Record<string, Output>;
  /** `output` */
  state?: StateRecord;
  /** `orphans` */
  orphans?: string[];
  maxRssBytes: number;
};
