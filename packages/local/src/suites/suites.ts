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
  toolSuite('format', 'Formatting (prettier)', [
    { bin: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  ]),
  toolSuite('lint', 'Lint, with the one-way import rule (eslint)', [
    {
      bin: 'backstage-cli',
      args: ['repo', 'lint', '--max-warnings', '0', '--format', 'unix'],
    },
  ]),
  generatedSuite,
  toolSuite('types', 'Types (tsc)', [{ bin: 'tsc', args: [] }]),
  toolSuite('api', 'API reports are fresh (npm run generate)', [
    // Reports are made from declarations, which the compiler writes; after the
    // types suite it has little left to do.
    { bin: 'tsc', args: DECLARATION_ARGS },
    {
      bin: 'backstage-repo-tools',
      args: [...API_REPORT_ARGS, '--ci'],
    },
  ]),
  configSuite,
  templatesSuite,
  buildSuite,
  jestSuite,
  togglemasterSuite,
  e2eSuite,
];
