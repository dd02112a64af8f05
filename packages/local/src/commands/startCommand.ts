import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProgress } from '../progress/createProgress';
import type { StartMode } from '../start/StartContext';
import { startScreen } from '../start/startScreen';
import { startTerrastage } from '../start/startTerrastage';
import { onStopRequest } from './onStopRequest';

/**
 * `npm start` and `npm run dev`: serves until somebody stops it. `--run-dir` names
 * another folder for data, configuration and logs, and so lets two run at once.
 */
export async function startCommand(
  mode: StartMode,
  args: string[],
): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { 'run-dir': { type: 'string' } },
  });
  const runDir = values['run-dir'] && resolve(values['run-dir']);
  const progress = createProgress();
  const wanted = new AbortController();
  let hurry = () => {};
  const asked = onStopRequest({
    first: () => {
      progress.line('Stopping');
      wanted.abort();
    },
    again: () => hurry(),
  });
  try {
    const started = await startTerrastage({
      mode,
      progress,
      runDir,
      signal: wanted.signal,
    });
    hurry = started.hurry;
    process.stdout.write(`${startScreen(started.context)}\n`);
    const { portal, aws, postgres } = started.context;
    const ended = await Promise.race([
      asked.then(() => undefined),
      portal?.ended.then(() => 'The portal'),
      postgres?.ended.then(() => 'PostgreSQL'),
      ...(aws ? [aws.ended.then(() => 'The local AWS')] : []),
    ]);
    if (ended) progress.line(`${ended} has ended by itself: stopping the rest`);
    await started.stop();
    progress.line('Stopped');
    return ended ? 1 : 0;
  } catch (error) {
    if (wanted.signal.aborted) return 0;
    progress.fail(error);
    return 1;
  }
}
