import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { bringChromium } from '../browser/bringChromium';

import { runLogged } from '../system/runLogged';
import { buildSuite } from './buildSuite';
import { FAILED, type Suite } from './Suite';

const reportSchema = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
});

/**
 * The tests drive Chromium against a portal that they start themselves, with its
 * own data, as `npm start` starts one.
 */
export const e2eSuite: Suite = {
  name: 'e2e',
  title: 'End to end (Chromium)',
  async run(context) {
    const { root, home, signal, say } = context;
    const chromium = await bringChromium(context);
    // Not within a test's deadline; nothing to do after the build suite.
    await buildSuite.run(context);
    const reportFile = join(home, 'logs', 'test-e2e.json');
    await rm(reportFile, { force: true });
    const { code, lines } = await runLogged(
      process.execPath,
      [
        join(root, 'node_modules', '.bin', 'playwright'),
        'test',
        '--config',
        'packages/app/playwright.config.ts',
        '--reporter',
        'list,json',
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          CI: '1',
          FORCE_COLOR: '0',
          PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile,
          TERRASTAGE_CHROMIUM: chromium,
        },
        logFile: join(home, 'logs', 'test-e2e.log'),
        onLine: line => say(`  ${line}`),
        signal,
      },
    );
    const report = await readReport(reportFile);
    if (report) return countsOf(report, code);
    say(lines.slice(-40).join('\n'));
    say(`playwright ended with ${code} and left no report`);
    return FAILED;
  },
};

type Report = z.infer<typeof reportSchema>;

async function readReport(file: string): Promise<Report | undefined> {
  try {
    return reportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** A test that passes only when tried again is counted as failed. */
export function countsOf({ stats }: Report, code: number | string) {
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: failed || (code === 0 && stats.expected > 0 ? 0 : 1),
    skipped: stats.skipped,
  };
}
