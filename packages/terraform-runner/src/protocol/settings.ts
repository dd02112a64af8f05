/**
 * The environment variables by which a launcher tells the runner where its work is. Nothing about the run
 * itself is among them: that comes from the portal, for the token.
 */
export const RUNNER_ENV = {
  /** Base URL of the runner API, such as `http://127.0.0.1:7007/api/resources/v1/runner`. */
  portalUrl: 'TERRASTAGE_PORTAL_URL',
  runId: 'TERRASTAGE_RUN_ID',
  attempt: 'TERRASTAGE_ATTEMPT',
  /** File with the run's token. Never the token itself: environments and argument lists can be read by others. */
  tokenFile: 'TERRASTAGE_TOKEN_FILE',
  /** Folder of this run; the workspace, the spool and Terraform's output lie there. */
  workDir: 'TERRASTAGE_WORK_DIR',
  /** Folder that runs share for folders on which `terraform init` was already run; optional. */
  initCacheDir: 'TERRASTAGE_INIT_CACHE_DIR',
  /** Path of Terraform or OpenTofu; default `terraform` on PATH. */
  terraform: 'TERRASTAGE_TERRAFORM',
} as const;

/**
 * The argument with which a launcher starts a runner before there is a run for it. The runner waits for one line on its
 * standard input: a JSON object of what its environment gets besides, {@link RUNNER_ENV} among it. It ends when the
 * input does, and removes the folder that it was started in.
 */
export const STANDBY_ARGUMENT = '--standby';

/** In a runner's work folder: its TMPDIR, or a link to that where the path is too long for sockets. */
export const tmpInWork = (attempt: number) => `attempt-${attempt}/tmp`;

/** What the names of TMPDIRs elsewhere look like; they lie in the machine's own. */
export const SHORT_TMP_PREFIX = 'ts-';

/** Paths below the runner API's base URL. All are fenced: 409 once a higher attempt exists, 401 for a wrong token. */
export const runnerPaths = {
  /** GET: the {@link Job}. */
  job: (runId: string, attempt: number) =>
    `/runs/${runId}/attempts/${attempt}/job`,
  /** GET: the {@link BundleResponse}. */
  bundle: (runId: string, attempt: number) =>
    `/runs/${runId}/attempts/${attempt}/bundle`,
  /** POST {@link EventBatch}, answers {@link EventBatchResponse}. */
  events: (runId: string, attempt: number) =>
    `/runs/${runId}/attempts/${attempt}/events`,
  /** POST {@link PlanResult}, answers {@link PlanVerdict}. */
  plan: (runId: string, attempt: number) =>
    `/runs/${runId}/attempts/${attempt}/plan`,
  /** POST: Terraform is about to apply; 409 stops it (fenced, canceled). */
  applying: (runId: string, attempt: number) =>
    `/runs/${runId}/attempts/${attempt}/applying`,
  /** POST {@link RunResult}, answers 204. */
  result: (runId: string, attempt: number) =>
    `/runs/${runId}/attempts/${attempt}/result`,
};
