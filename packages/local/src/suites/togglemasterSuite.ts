import { join } from 'node:path';
import { preparePython } from '../aws/preparePython';
import { LocalError } from '../progress/LocalError';
import { runLogged } from '../system/runLogged';
import { installRepository } from '../togglemaster/installRepository';
import { renderRepository } from '../togglemaster/renderRepository';
import { repositoryEnv } from '../togglemaster/repositoryEnv';
import { startOnce } from '../togglemaster/startOnce';
import {
  FAILED,
  PASSED,
  type Suite,
  type SuiteContext,
  type SuiteResult,
} from './Suite';

const OLDEST_NODE = 24;
const TOTAL = /^total: (\d+) passed, (\d+) failed, (\d+) skipped$/;
/** What of the log a reader sees while it runs. */
const SHOWN = /^(FAILED|▶) /;

/**
 * Renders the feature-flag platform with one more service, and does there what its README says: its types, its lint,
 * its start and its tests, which bring PostgreSQL, Redis, SQS and DynamoDB with them.
 */
export const togglemasterSuite: Suite = {
  name: 'togglemaster',
  title: 'The rendered feature-flag platform: its types, lint, start and tests',
  async run(context) {
    assertNode(process.versions.node);
    const repository = await renderRepository(context);
    await installRepository(repository, context);
    const python = await preparePython({
      ...context,
      folder: join(context.home, 'python'),
      logFile: join(context.home, 'logs', 'python.log'),
    });
    const results = [
      await check('typecheck', repository, context),
      await check('lint', repository, context),
      await start(repository, python, context),
      await tests(repository, python, context),
    ];
    return results.reduce(add);
  },
};

/** @throws LocalError where the rendered repository would not run */
export function assertNode(version: string): void {
  if (Number(version.split('.')[0]) >= OLDEST_NODE) return;
  throw new LocalError(
    `The rendered feature-flag platform needs Node ${OLDEST_NODE}, and this is ${version}`,
    `Put Node ${OLDEST_NODE} first on PATH.`,
  );
}

async function check(
  script: string,
  repository: string,
  { home, signal, say }: SuiteContext,
): Promise<SuiteResult> {
  const { code, lines } = await runLogged('npm', ['run', script], {
    cwd: repository,
    env: repositoryEnv(),
    logFile: join(home, 'logs', `test-togglemaster-${script}.log`),
    signal,
  });
  if (code === 0) return PASSED;
  say(lines.slice(-60).join('\n'));
  say(`npm run ${script} ended with ${code}`);
  return FAILED;
}

async function start(
  repository: string,
  python: string,
  { home, signal, say }: SuiteContext,
): Promise<SuiteResult> {
  const logFile = join(home, 'logs', 'test-togglemaster-start.log');
  try {
    await startOnce(repository, { python, logFile, signal });
    return PASSED;
  } catch (error) {
    say((error as Error).message);
    return FAILED;
  }
}

async function tests(
  repository: string,
  python: string,
  { home, signal, say }: SuiteContext,
): Promise<SuiteResult> {
  const { code, lines } = await runLogged('npm', ['test'], {
    cwd: repository,
    env: repositoryEnv({ TOGGLEMASTER_PYTHON: python }),
    logFile: join(home, 'logs', 'test-togglemaster.log'),
    onLine: line => SHOWN.test(line) && say(`  ${line}`),
    signal,
  });
  const result = totalOf(lines, code);
  if (result.failed > 0) say(lines.slice(-80).join('\n'));
  return result;
}

/** What the last line says; without one, or with an exit code that belies it, one failed test. */
export function totalOf(lines: string[], code: number | string): SuiteResult {
  const match = lines
    .map(line => TOTAL.exec(line))
    .filter(found => found !== null)
    .at(-1);
  if (!match) return FAILED;
  const [passed, failed, skipped] = match.slice(1).map(Number);
  const silent = code !== 0 || passed === 0;
  return { passed, failed: failed || (silent ? 1 : 0), skipped };
}

function add(a: SuiteResult, b: SuiteResult): SuiteResult {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}
