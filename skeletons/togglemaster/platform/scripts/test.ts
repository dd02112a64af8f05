import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

/**
 * Runs all tests, or those whose path holds one of the arguments. Tests start
 * what they need: PostgreSQL, Redis, SQS, DynamoDB, the services.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);
/** They wait more than they work: what runs first ends first. */
const FIRST = ['tests/outages.test.ts', 'tests/faults.test.ts'];
// Tests start services some hundred times: each source is compiled once.
process.env.NODE_COMPILE_CACHE ??= `${root}.togglemaster/compile-cache`;
const files: string[] = [];
for await (const file of glob(
  '{packages,services,scripts,tests}/**/*.test.ts',
  {
    cwd: root,
    exclude: name => name === 'node_modules',
  },
)) {
  if (wanted.length === 0 || wanted.some(part => file.includes(part))) {
    files.push(file);
  }
}
if (files.length === 0) {
  console.error(`No test file matches ${wanted.join(' ')}`);
  process.exit(1);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const stream = run({
  files: [
    ...FIRST.filter(file => files.includes(file)),
    ...files.filter(file => !FIRST.includes(file)).toSorted(),
  ].map(file => `${root}${file}`),
  // A platform is nine processes; the two long files leave room for a third.
  concurrency: 3,
  timeout: 600_000,
  cwd: root,
});
stream.on('test:pass', ({ details, skip }) => {
  if (details.type === 'suite') return;
  total[skip === undefined ? 'passed' : 'skipped'] += 1;
});
stream.on('test:fail', ({ details, name, file }) => {
  if (details.type === 'suite') return;
  total.failed += 1;
  console.error(`FAILED ${relative(root, file ?? '')}: ${name}`);
  const logs = join('.togglemaster/logs', basename(file ?? ''));
  if (existsSync(join(root, logs)))
    console.error(`Logs of its services: ${logs}`);
});
stream.compose(spec).pipe(process.stdout);
await new Promise(resolve => process.stdout.once('unpipe', resolve));
// An exit loses what a pipe has not taken yet.
process.stdout.write(
  `total: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
  () => process.exit(total.failed > 0 ? 1 : 0),
);
