import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { RunDetail } from './answers';
import type { ResourcesService } from '@terrastage/plugin-resources-node';
import { explainRefusal } from './explainRefusal';
import type { PortalLinks } from '@terrastage/plugin-resources-common';
import { RunLog } from './RunLog';

export interface FollowOptions {
  /** Who cancels, when the signal aborts. */
  credentials: BackstageCredentials;
  logger: LoggerService;
  /** Cancels the run. It is followed on to its end: Terraform has a state to save. */
  signal?: AbortSignal;
}

/** Follows runs to their ends and writes what they say into the log of a task. */
export class RunFollower {
  constructor(
    private readonly resources: ResourcesService,
    private readonly auth: AuthService,
    private readonly links: PortalLinks,
  ) {}

  /**
   * @returns the run when it is over, or when it waits for an approval: that can take days, and a task of the
   * scaffolder that waits keeps one of its few places.
   * @throws ServiceUnavailableError when the portal is away for longer than the service waits. The run goes on.
   */
  async follow(runId: string, options: FollowOptions): Promise<RunDetail> {
    const { logger, signal } = options;
    const cancel = () => this.cancel(runId, options);
    if (signal?.aborted) {
      await cancel();
    }
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await this.read(runId, logger);
    } catch (error) {
      throw explainRefusal(
        `Lost sight of run ${runId}, which goes on without this task (${this.links.run(
          runId,
        )})`,
        error,
        this.links,
      );
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  private async read(runId: string, logger: LoggerService): Promise<RunDetail> {
    // The token of the person who started the task may expire before the run ends. What is read here is the
    // person's own run, so the scaffolder may read it for them.
    const credentials = await this.auth.getOwnServiceCredentials();
    const log = new RunLog(logger);
    for await (const event of this.resources.followRunEvents(runId, {
      credentials,
    })) {
      log.write(event);
      if (event.type === 'status' && event.status === 'awaiting_approval') {
        break;
      }
    }
    return this.resources.getRun(runId, { credentials });
  }

  private async cancel(
    runId: string,
    { credentials, logger }: FollowOptions,
  ): Promise<void> {
    try {
      await this.resources.cancelRun(runId, { credentials });
      logger.warn(
        'The task was cancelled: the run stops as soon as Terraform has saved its state',
      );
    } catch (error) {
      const refusal = explainRefusal(
        'The run was not cancelled and goes on',
        error,
        this.links,
      );
      logger.error(`${refusal.message} ${this.links.run(runId)}`);
    }
  }
}
