import { join } from 'node:path';
import { need, type StartContext } from './StartContext';
import { startPortal } from './startPortal';

/** Starts the portal on what the earlier steps have prepared. */
export async function bootPortal(context: StartContext): Promise<void> {
  const { mode, root, runDir, aws } = context;
  const ports = need(context, 'ports');
  context.portal = await startPortal({
    mode,
    root,
    configFiles: [
      ...need(context, 'settings').configFiles,
      need(context, 'generatedConfig'),
    ],
    startId: need(context, 'startId'),
    env: aws?.env ?? {},
    logFile: join(runDir, 'logs', 'portal.log'),
    address: `http://127.0.0.1:${ports.portal}`,
    appAddress: `http://127.0.0.1:${ports.app}`,
  });
}
