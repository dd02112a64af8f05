import { DEFAULT_REMOVAL_LIMITS } from '../../plan';
import { CognitoUserPool } from '../../pool';
import { syncUsers } from '../../sync/syncUsers';
import { createTestPool, testClient } from '../createTestPool';
import { directoryOf, person } from '../directories';
import { RecordedAuditLog } from '../RecordedAuditLog';
import { startCountingProxy } from '../startCountingProxy';

export type UserSyncFigure = {
  name: string;
  changes: number;
  calls: Record<string, number>;
  totalCalls: number;
  seconds: number;
};

/**
 * How many calls and seconds a sync takes against a local AWS, into a new pool
 * and again when nothing has changed. Everybody is in two groups.
 */
export async function benchUserSync(
  { url }: { url: string },
  people = 1_000,
  groups = 100,
): Promise<UserSyncFigure[]> {
  const proxy = await startCountingProxy(url);
  try {
    const { userPoolId } = await createTestPool(url);
    const client = testClient(proxy.url);
    const pool = new CognitoUserPool({ client, userPoolId });
    const directory = directoryOf(
      Array.from({ length: people }, (_, index) =>
        person(`person-${index}`, {
          groups: [`group-${index % groups}`, `group-${(index + 1) % groups}`],
        }),
      ),
    );
    const figures: UserSyncFigure[] = [];
    for (const name of ['from empty', 'no change']) {
      proxy.reset();
      const start = performance.now();
      const { applied, failed } = await syncUsers({
        directory: async () => directory,
        pool,
        audit: new RecordedAuditLog(),
        invite: () => ({ by: 'email' }),
        limits: DEFAULT_REMOVAL_LIMITS,
      });
      if (failed.length > 0) throw failed[0].error;
      figures.push({
        name: `${people} users and ${groups} groups, ${name}`,
        changes: applied.length,
        calls: Object.fromEntries(proxy.calls),
        totalCalls: proxy.total(),
        seconds: Math.round((performance.now() - start) / 10) / 100,
      });
    }
    return figures;
  } finally {
    await proxy.stop();
  }
}
