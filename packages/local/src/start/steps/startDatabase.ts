import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { placeForPostgres } from '../../postgres/placeForPostgres';
import { startPostgres } from '../../postgres/startPostgres';
import { stopStalePostgres } from '../../postgres/stopStalePostgres';
import { onFreePort } from '../../system/onFreePort';
import { movePort } from '../movePort';
import { runsDirOf } from '../runsDirOf';
import { need, type StartContext } from '../StartContext';

/**
 * The local AWS keeps nothing, so neither may the inventory: a resource that no
 * longer exists would be the first thing that a visitor sees.
 */
export async function startDatabase(context: StartContext): Promise<void> {
  const { runDir, shutdown } = context;
  const real = need(context, 'settings').aws === 'real';
  const dataDir = placeForPostgres(
    join(runDir, real ? 'postgres-kept' : 'postgres'),
  );
  if (!real) {
    await stopStalePostgres(dataDir);
    await rm(dataDir, { recursive: true, force: true });
    await rm(runsDirOf(context), { recursive: true, force: true });
  }
  const postgres = await onFreePort(need(context, 'ports').postgres, port =>
    startPostgres({
      dataDir,
      port,
      durable: real,
      logFile: join(runDir, 'logs', 'postgres.log'),
    }),
  );
  movePort(context, 'postgres', postgres.port);
  shutdown.add('PostgreSQL', () => postgres.stop());
  context.postgres = postgres;
}
