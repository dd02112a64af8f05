import { stopRunners } from '../../runners/stopRunners';
import { bootPortal } from '../bootPortal';
import { onFreePort } from '../../system/onFreePort';
import { movePort } from '../movePort';
import { runsDirOf } from '../runsDirOf';
import { need, type StartContext } from '../StartContext';
import { startCognito } from './startCognito';
import { writeGeneratedConfig } from './writeGeneratedConfig';

/** The local AWS goes as well, so there is nothing worth waiting long for. */
const LOCAL_GRACE_MS = 10_000;
/** An apply on real AWS may be in the middle of a database of an hour. */
const REAL_GRACE_MS = 60 * 60_000;

export async function launchPortal(context: StartContext): Promise<void> {
  const { progress, shutdown, aws } = context;
  // Runners are started by the portal, but end after it: whoever is added first
  // ends last.
  shutdown.add('the runners', async urgent => {
    await stopRunners(runsDirOf(context), {
      graceMs: aws ? LOCAL_GRACE_MS : REAL_GRACE_MS,
      urgent,
      onWait: count =>
        progress.line(
          `Waiting for ${count} runner(s) to save their state; Ctrl-C again kills them`,
        ),
    });
  });
  // By the time of the stop it may be another one than the first.
  shutdown.add('the portal', async urgent => context.portal?.stop(urgent));
  await onFreePort(need(context, 'ports').portal, async port => {
    if (port !== need(context, 'ports').portal) {
      movePort(context, 'portal', port);
      // It leads back to the portal's address and to no other.
      await startCognito(context);
      await writeGeneratedConfig(context);
    }
    await bootPortal(context);
  });
}
