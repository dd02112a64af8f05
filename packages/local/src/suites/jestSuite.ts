import { availableParallelism } from 'node:os';
import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { runLogged } from '../system/runLogged';
import { buildSuite } from './buildSuite';
import { FAILED, type Suite, type SuiteContext } from './Suite';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Files that could not be loaded: none of their tests is counted. */
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
    }),
  ),
});

type Report = z.infer<typeof reportSchema>;

/** One line for each file, so that a reader sees where it stands. */
const FILE_LINE = /^(PASS|FAIL) /;

/**
 * Jest over all workspaces, unit and integration tests alike: each integration
 * test starts the PostgreSQL, AWS and Terraform that it needs.
 */
export const jestSuite: Suite = {
  name: 'unit',
  title: 'Unit and integration tests (jest, all workspaces)',
  async run(context) {
    const { root, home, signal, say } = context;
    // No test builds what another one runs; nothing to do after the build suite.
    await buildSuite.run(context);
    const reportFile = join(home, 'logs', 'test-unit.json');
    await rm(reportFile, { force: true });
    const { code, lines } = await runLogged(
      process.execPath,
      [
        join(root, 'node_modules', '.bin', 'backstage-cli'),
        'repo',
        'test',
        '--ci',
        '--json',
        `--outputFile=${reportFile}`,
        // Integration tests on two busy cores: five seconds are not enough.
        '--testTimeout=30000',
        // One more than cores: much of it waits for what the AWS provider waits for.
        `--maxWorkers=${availableParallelism() + 1}`,
      ],
      {
        cwd: root,
        env: { ...process.env, CI: '1', FORCE_COLOR: '0' },
        logFile: join(home, 'logs', 'test-unit.log'),
        onLine: line => FILE_LINE.test(line) && say(`  ${line}`),
        signal,
      },
    );
    const report = await readReport(reportFile);
    if (!report) {
      say(lines.slice(-60).join('\n'));
      say(`jest ended with ${code} and left no report`);
      return FAILED;
    }
    sayFailures(report, context);
    return countsOf(report, code);
  },
};

async function readReport(file: string): Promise<Report | undefined> {
  try {
    return reportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function sayFailures(report: Report, { root, say }: SuiteContext) {
  for (const { name, status, message } of report.testResults) {
    if (status === 'failed') say(`\n${relative(root, name)}\n${message}`);
  }
}

/** Jest may fail for another reason than a test, such as a worker that died. */
export function countsOf(report: Report, code: number | string) {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed || (code === 0 ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
