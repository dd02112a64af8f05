/*
 * Builds the runner into one file that needs nothing but Node.js: it starts fast, and a container image or a
 * launcher takes it as it is. The file's path may be given; default dist/program/terraform-runner.cjs.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** hcl2json reads its WebAssembly program from a file beside itself; in the bundle it is a part of the file. */
const embedHcl2json = {
  name: 'embed-hcl2json',
  setup({ onLoad }) {
    const READS_FILE =
      'fs.readFile((0, path_1.join)(__dirname, "..", "main.wasm.gz"))';
    onLoad({ filter: /hcl2json[\\/]lib[\\/]bridge\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes(READS_FILE)) {
        throw new Error(
          `${path} has changed: tell scripts/build-program.mjs how it reads main.wasm.gz now`,
        );
      }
      return {
        contents: source
          .replace(READS_FILE, 'require("../main.wasm.gz")')
          .replace(/\n\/\/# sourceMappingURL=.*/s, ''),
        resolveDir: dirname(path),
      };
    });
  },
};

/** `{ z }` brings all of zod, its messages in forty languages included; `* as z` only what is used. */
const shakeZod = {
  name: 'shake-zod',
  setup({ onLoad }) {
    onLoad(
      { filter: /terraform-runner[\\/]src[\\/].*\.ts$/ },
      async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replace(
          "import { z } from 'zod'",
          "import * as z from 'zod'",
        ),
        loader: 'ts',
      }),
    );
  },
};

await build({
  absWorkingDir: root,
  entryPoints: ['src/program/main.ts'],
  outfile: process.argv[2] ?? 'dist/program/terraform-runner.cjs',
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  minify: true,
  legalComments: 'linked',
  // Asked for by Go's glue code only where the global of this name is missing.
  external: ['performance'],
  loader: { '.gz': 'binary' },
  plugins: [embedHcl2json, shakeZod],
  logLevel: 'warning',
});
