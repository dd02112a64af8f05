import { join } from 'node:path';
import { preparePython } from '../../aws/preparePython';
import { need, type StartContext } from '../StartContext';

export async function findPython(context: StartContext): Promise<void> {
  if (need(context, 'settings').aws === 'real') return;
  context.python = await preparePython({
    folder: join(context.home, 'python'),
    logFile: join(context.home, 'logs', 'python.log'),
    progress: context.progress,
    signal: context.signal,
  });
}
