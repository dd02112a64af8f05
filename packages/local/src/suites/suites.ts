import { API_REPORT_ARGS, DECLARATION_ARGS } from '../generate/generators';
import { buildSuite } from './buildSuite';
import { configSuite } from './configSuite';
import { e2eSuite } from './e2eSuite';
import { generatedSuite } from './generatedSuite';
import { jestSuite } from './jestSuite';
import type { Suite } from './Suite';
import { templatesSuite } from './templatesSuite';
import { togglemasterSuite } from './togglemasterSuite';
import { toolSuite } from './toolSuite';

/** All that has to hold: what fails fastest first. */
export const suites: Suite[] = [
  // By itself: it writes files that the others read, and puts them back.
  generatedSuite,
  // The longest of those that run side by side, so it begins.
  toolSuite('types', 'Types (tsc)', [{ bin: 'tsc', args: DECLARATION_ARGS }]),
  toolSuite('format', 'Formatting (prettier)', [
    { bin: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  ]),
  toolSuite('lint', 'Lint, with the one-way import rule (eslint)', [
    {
      bin: 'backstage-cli',
      args: ['repo', 'lint', '--max-warnings', '0', '--format', 'unix'],
    },
  ]),
  configSuite,
  templatesSuite,
  buildSuite,
  toolSuite(
    'api',
    'API reports are fresh (npm run generate)',
    [
      // Reports are made from the declarations that the compiler writes.
      { bin: 'tsc', args: DECLARATION_ARGS, unless: 'types' },
      {
        bin: 'backstage-repo-tools',
        args: [...API_REPORT_ARGS, '--ci'],
      },
    ],
    { beside: true, after: 'types' },
  ),
  jestSuite,
  togglemasterSuite,
  e2eSuite,
];
