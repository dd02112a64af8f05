import type {
  AuditorService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { AuditorAuditLog } from './audit';
import type { UsersConfig } from './config';
import { createTextReader, readDirectory } from './directory';
import { CognitoUserPool, createCognitoClient } from './pool';
import { syncUsers } from './sync';

export type ScheduledSyncOptions = {
  settings: UsersConfig;
  cognito: NonNullable<UsersConfig['cognito']>;
  auditor: AuditorService;
  logger: LoggerService;
  urlReader: UrlReaderService;
};

/**
 * The task of the portal. A failure is thrown, so that the scheduler shows and
 * counts it; each one goes to the audit log too.
 */
export function createScheduledSync(options: ScheduledSyncOptions) {
  const { settings, cognito, auditor, logger, urlReader } = options;
  const client = createCognitoClient(cognito);
  const readText = createTextReader({ root: settings.root, urlReader });
  const { files, concurrency, managedBy: mark } = settings;
  const { userPoolId } = cognito;

  return async (signal?: AbortSignal): Promise<void> => {
    const event = await auditor.createEvent({
      eventId: 'user-sync',
      severityLevel: 'low',
      meta: { userPoolId },
    });
    try {
      const result = await syncUsers({
        directory: () =>
          readDirectory([...files.users, ...files.groups], readText),
        pool: new CognitoUserPool({ client, userPoolId, mark, concurrency }),
        audit: new AuditorAuditLog(auditor, userPoolId),
        invite: () => ({ by: settings.invitation }),
        limits: settings,
        concurrency,
        signal,
      });
      const { applied, failed, plan } = result;
      for (const { username, email, reason } of plan.leftAlone) {
        logger.debug(`Left alone: ${email ?? username} (${reason})`);
      }
      if (failed.length > 0) {
        throw new Error(
          `${failed.length} of ${plan.changes.length} changes to the user pool ${userPoolId} failed; the next sync tries again. ` +
            `The first: ${failed[0].error.message}`,
          { cause: failed[0].error },
        );
      }
      logger.info(
        `Users are in line: ${plan.desired.length} people, ${applied.length} changes, ${plan.leftAlone.length} left alone`,
      );
      await event.success({ meta: { changes: applied.length } });
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  };
}
