import type { Queryable } from '@togglemaster/kit';
import type { EnvironmentRef } from '@togglemaster/snapshots';

/**
 * Says that entries of an environment differ: its version grows and the outbox
 * gets a row, in the caller's transaction. The row lock on the version puts
 * concurrent changes of one environment in line.
 */
export async function touch(
  tx: Queryable,
  { project, environment }: EnvironmentRef,
  keys: string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO environment_versions (project, environment, version)
     VALUES ($1, $2, 1)
     ON CONFLICT (project, environment)
     DO UPDATE SET version = environment_versions.version + 1`,
    [project, environment],
  );
  await tx.query(
    'INSERT INTO outbox (project, environment, keys) VALUES ($1, $2, $3)',
    [project, environment, keys],
  );
}
