import { buildIfChanged } from '../../build/buildIfChanged';
import type { StartContext } from '../StartContext';

/** With hot reload the web app is served from its sources instead. */
export async function buildPortal(
  context: Pick<StartContext, 'root' | 'home' | 'progress' | 'signal' | 'mode'>,
): Promise<void> {
  if (context.mode === 'dev') return;
  await buildIfChanged(
    {
      workspace: 'app',
      script: 'build',
      output: 'dist/index.html',
      notice: '  its sources changed: building, about a minute',
    },
    context,
  );
}
