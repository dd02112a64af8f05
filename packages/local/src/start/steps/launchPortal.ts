import { join } from 'node:path';
import { stopRunners } from '../../runners/stopRunners';
import { runsDirOf } from '../runsDirOf';
import { startPortal } from '../startPortal';
import { need, type StartContext } from '../StartContext';

/** The local AWS goes as well, so there is nothing worth waiting long for. */
const LOCAL_GRACE_MS = 10_000;
/** An apply on real AWS may be in the middle of a database of an hour. */
const REAL_GRACE_MS = 60 * 60_000;

export async function launchPortal(context: StartContext): Promise<void> {
  const { mode, root, runDir, progress, shutdown, aws } = context;
  const ports = need(context, 'ports');
  const settings = need(context, 'settings');
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
  const portal = await startPortal({
    mode,
    root,
    configFiles: [...settings.configFiles, need(context, 'generatedConfig')],
    env: aws?.env ?? {},
    logFile: join(runDir, 'logs', 'portal.log'),
    address: `http://127.0.0.1:${ports.portal}`,
    appAddress: `http://127.0.0.1:${ports.app}`,
  });
  shutdown.add('the portal', urgent => portal.stop(urgent));
  context.portal = portal;
}
