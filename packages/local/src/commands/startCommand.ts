import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProgress } from '../progress/createProgress';
import { LocalError } from '../progress/LocalError';
import { restartPortal } from '../start/restartPortal';
import type { StartMode } from '../start/StartContext';
import { startScreen } from '../start/startScreen';
import { startTerrastage, type Started } from '../start/startTerrastage';
import { superviseStart } from '../start/superviseStart';
import { onStopRequest } from './onStopRequest';

const USAGE = `npm start -- [options]   (npm run dev takes the same)
  --run-dir <folder>  another folder for data, configuration and logs, so that two can run at once
  --guest             make every visitor Ana, without a login
  --as <name>         make every visitor that person, without a login`;

/**
 * `npm start` and `npm run dev`: serves until somebody stops it. `--run-dir` names
 * another folder for data, configuration and logs, and so lets two run at once.
 * `--guest` makes every visitor Ana, or whom `--as` names, without a login.
 */
export async function startCommand(
  mode: StartMode,
  args: string[],
): Promise<number> {
  const values = parse(args);
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const progress = createProgress();
  const wanted = new AbortController();
  let started: Started | undefined;
  onStopRequest({
    first: () => {
      progress.line('Stopping');
      wanted.abort();
    },
    again: () => started?.hurry(),
  });
  let code = 0;
  try {
    started = await startTerrastage({
      mode,
      progress,
      runDir: values['run-dir'] && resolve(values['run-dir']),
      guest: values.guest,
      as: values.as,
      signal: wanted.signal,
    });
    process.stdout.write(`${startScreen(started.context, process.stdout)}\n`);
    await superviseStart(started.context, wanted.signal, restartPortal);
  } catch (error) {
    if (!wanted.signal.aborted) {
      progress.fail(error);
      code = 1;
    }
  }
  try {
    await started?.stop();
    progress.line('Stopped');
  } catch (error) {
    progress.fail(error);
    code = 1;
  }
  return code;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        'run-dir': { type: 'string' },
        guest: { type: 'boolean' },
        as: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new LocalError((error as Error).message, USAGE, { cause: error });
  }
}
