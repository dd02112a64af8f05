import { ConflictError } from '@backstage/errors';
import {
  isEmptyPlan,
  isTerminal,
  type RunFailure,
} from '@terrastage/plugin-resources-common';
import type {
  BundleResponse,
  EventBatch,
  EventBatchResponse,
  Job,
  PlanResult,
  PlanSummary,
  PlanVerdict,
  RunResult,
} from '@terrastage/terraform-runner/protocol';
import { adoptionFault } from '../adoption/adoptionFault';
import { everything } from '../access/Scope';
import type { ResourcesConfig } from '../config/ResourcesConfig';
import type { Database } from '../database/Stores';
import type { AttemptRecord } from '../runs/AttemptStore';
import type { Locked, RunChanges } from '../runs/RunChanges';
import type { RunRecord } from '../runs/RunRecord';
import { storable } from '../runs/storable';
import { foldEvents } from './foldEvents';
import { jobOf } from './jobOf';
import { resultChange } from './resultChange';
import { withoutSensitiveValues } from './withoutSensitiveValues';

const nothingToConfirm = {
  type: 'log',
  source: 'portal',
  level: 'info',
  message:
    'AWS is as it is to be already: the plan changes nothing, so there is nothing to confirm',
} as const;

export interface RunnerServiceOptions {
  database: Database;
  changes: RunChanges;
  config: ResourcesConfig;
  now: () => Date;
}

/** The portal's end of the talk with runners. Every method is for an attempt that has proven who it is. */
export class RunnerService {
  constructor(private readonly options: RunnerServiceOptions) {}

  /** @throws ConflictError when the attempt is fenced or the run is over. */
  async job(attempt: AttemptRecord): Promise<Job> {
    const { database, config } = this.options;
    const run = live(await database.stores.runs.get(attempt.runId), attempt);
    const resource = await database.stores.resources.get(
      run.resourceId,
      everything,
    );
    if (!resource) {
      throw new ConflictError(`Run ${run.id} has lost its resource`);
    }
    const first = await database.stores.runs.findFirst(resource.id);
    const bundle =
      run.operation === 'adopt'
        ? await database.stores.bundles.get(run.bundleDigest)
        : undefined;
    return jobOf(run, resource, first?.id ?? run.id, config, bundle?.manifest);
  }

  /** @throws ConflictError as above. */
  async bundle(attempt: AttemptRecord): Promise<BundleResponse> {
    const { runs, bundles } = this.options.database.stores;
    const run = live(await runs.get(attempt.runId), attempt);
    const bundle = await bundles.get(run.bundleDigest);
    if (!bundle) {
      throw new ConflictError(`Run ${run.id} has lost its bundle`);
    }
    return { ...JSON.parse(bundle.content), digest: bundle.digest };
  }

  /**
   * Stores what is new of a batch, up to the first gap. The same batch again changes nothing.
   *
   * @throws ConflictError as above.
   */
  async events(
    { runId, attempt }: AttemptRecord,
    { events }: EventBatch,
  ): Promise<EventBatchResponse> {
    const { changes, now } = this.options;
    let response: EventBatchResponse | undefined;
    await changes.append(runId, async (run, stores) => {
      // Read again under the run's lock: two batches at once must not both count on the same number.
      const known = await stores.attempts.get(runId, attempt);
      live(run, { runId, attempt });
      let acceptedThrough = known?.acceptedThrough ?? 0;
      const fresh = [...events]
        .sort((a, b) => a.seq - b.seq)
        .filter(event => {
          const next = event.seq === acceptedThrough + 1;
          acceptedThrough += next ? 1 : 0;
          return next;
        });
      const cancelRequested = run.cancelRequestedAt !== undefined;
      response = { acceptedThrough, cancelRequested };
      await stores.attempts.update(runId, attempt, {
        heartbeatAt: now(),
        acceptedThrough,
        cancelConveyedAt:
          cancelRequested && !known?.cancelConveyedAt ? now() : undefined,
      });
      return fresh.length > 0 ? foldEvents(run, fresh) : undefined;
    });
    return response ?? notThere(runId);
  }

  /**
   * The plan is there: decides whether it is applied at once, or the runner ends and the plan waits. It is parked by
   * the runner's result, when it lies in the bucket.
   *
   * @throws ConflictError as above, or when another plan of this run is there already.
   */
  async plan(attempt: AttemptRecord, result: PlanResult): Promise<PlanVerdict> {
    const { digest, summary, detail } = storable(result);
    const run = await this.options.changes.change(
      attempt.runId,
      async locked => {
        const before = live(locked.run, attempt);
        if (before.status !== 'planning') {
          return sameAgain(before, before.planDigest === digest, 'plan');
        }
        const fault = await this.faultOf(locked, {
          digest,
          summary,
          detail,
        });
        return {
          run: {
            planDetail: detail && withoutSensitiveValues(detail),
          },
          transitions: [
            { type: 'finish_plan', planDigest: digest, summary },
            ...(fault ? [{ type: 'fail', failure: fault } as const] : []),
          ],
          events: [
            { type: 'plan', summary },
            ...(detail ? [{ type: 'plan_detail' } as const] : []),
            ...(before.confirm && !waitsForDecision(before, summary)
              ? [nothingToConfirm]
              : []),
          ],
        };
      },
    );
    const goOn =
      run &&
      run.operation !== 'plan' &&
      !isTerminal(run.status) &&
      !run.cancelRequestedAt &&
      !waitsForDecision(run, summary);
    return { next: goOn ? 'apply' : 'exit' };
  }

  private async faultOf(
    { run, resource, stores }: Locked,
    plan: PlanResult,
  ): Promise<RunFailure | undefined> {
    if (run.operation !== 'adopt') {
      return undefined;
    }
    const bundle = await stores.bundles.get(run.bundleDigest);
    const rules = bundle?.manifest.adopt;
    if (!rules) {
      throw new ConflictError(`Run ${run.id} has lost its bundle`);
    }
    return adoptionFault(plan, resource, rules);
  }

  /**
   * Terraform is about to apply.
   *
   * @throws ConflictError when it must not: fenced, over, or to be canceled.
   */
  async applying(attempt: AttemptRecord): Promise<void> {
    await this.options.changes.change(attempt.runId, async locked => {
      const run = live(locked.run, attempt);
      if (run.cancelRequestedAt) {
        throw new ConflictError(`Run ${run.id} is to be canceled`);
      }
      if (run.status === 'applying') {
        return undefined;
      }
      return { transitions: [{ type: 'start_apply' }] };
    });
  }

  /**
   * The runner's last word: ends the run and brings the inventory up to date, together. Once the run is over, the
   * same again changes nothing.
   *
   * @throws ConflictError when the attempt is fenced, or the result doesn't fit the run's status.
   */
  async result(attempt: AttemptRecord, result: RunResult): Promise<void> {
    const { changes, config, now } = this.options;
    await changes.change(attempt.runId, async locked => {
      checkFence(locked.run, attempt);
      return isTerminal(locked.run.status)
        ? undefined
        : resultChange(
            locked.run,
            locked.resource,
            storable(result),
            now(),
            new Date(now().getTime() + config.runs.confirmWithin),
          );
    });
  }
}

/** A restore and an adoption write a state even where Terraform would change nothing then. */
function waitsForDecision(run: RunRecord, summary: PlanSummary): boolean {
  return (
    run.confirm &&
    (['restore', 'adopt'].includes(run.operation) || !isEmptyPlan(summary))
  );
}

/** The run, when this attempt may still act on it. */
function live(
  run: RunRecord | undefined,
  attempt: Pick<AttemptRecord, 'runId' | 'attempt'>,
): RunRecord {
  if (!run) {
    return notThere(attempt.runId);
  }
  checkFence(run, attempt);
  if (isTerminal(run.status) || run.status === 'interrupted') {
    throw new ConflictError(
      `Run ${run.id} goes on without this runner: it is ${run.status}`,
    );
  }
  return run;
}

function checkFence(
  run: RunRecord,
  { attempt }: Pick<AttemptRecord, 'attempt'>,
): void {
  if (attempt < run.attempt) {
    throw new ConflictError(
      `Attempt ${attempt} of run ${run.id} is fenced by attempt ${run.attempt}`,
    );
  }
}

function sameAgain(run: RunRecord, same: boolean, what: string): undefined {
  if (!same) {
    throw new ConflictError(
      `Run ${run.id} has another ${what} already; it is ${run.status}`,
    );
  }
  return undefined;
}

function notThere(runId: string): never {
  throw new ConflictError(`Run ${runId} is not there any more`);
}
