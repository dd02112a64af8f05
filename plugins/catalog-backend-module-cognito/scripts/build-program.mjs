/*
 * Builds the command into one file that needs nothing but Node.js, for an image or
 * a job that syncs users without the portal.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

await build({
  absWorkingDir: join(dirname(fileURLToPath(import.meta.url)), '..'),
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/program/users.cjs',
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  // Asked for only where Backstage collects configuration schemas from sources.
  external: ['typescript', 'typescript-json-schema'],
  logLevel: 'warning',
});
