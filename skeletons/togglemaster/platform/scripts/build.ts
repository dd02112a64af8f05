import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Makes dist/<service>/ of each service named, or of all: app/main.js with everything that it imports in one file,
 * the migrations beside it, and the one native module where it is used. A third less memory than from the sources.
 */
const root = new URL('../', import.meta.url);
const path = (relative: string) => fileURLToPath(new URL(relative, root));

/** Has a compiled part, so it can't be inside a bundle. */
const NATIVE = { auth: ['argon2', 'node-gyp-build', '@phc/format'] } as Record<
  string,
  string[]
>;

const services = (await readdir(path('services'))).toSorted();
const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : services) {
  if (!services.includes(name)) {
    console.error(`There is no service "${name}": ${services.join(', ')}`);
    process.exit(1);
  }
  const target = path(`dist/${name}`);
  await rm(target, { recursive: true, force: true });
  await build({
    entryPoints: [path(`services/${name}/src/main.ts`)],
    outfile: `${target}/app/main.js`,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Not made small: a stack trace names its functions and lines, and Node need not read the map, which takes 80 MB.
    sourcemap: 'linked',
    logLevel: 'warning',
    external: ['argon2', 'pg-native'],
    // CommonJS modules inside the bundle ask for node's own by require.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';import{dirname as __dirnameOf}from'node:path';import{fileURLToPath as __pathOf}from'node:url';const require=__createRequire(import.meta.url);const __filename=__pathOf(import.meta.url);const __dirname=__dirnameOf(__filename);",
    },
  });
  for (const folder of await migrationsOf(name)) {
    await cp(path(folder), `${target}/migrations`, { recursive: true });
  }
  for (const module of NATIVE[name] ?? []) {
    await cp(
      path(`node_modules/${module}`),
      `${target}/node_modules/${module}`,
      {
        recursive: true,
      },
    );
  }
  console.log(`dist/${name}`);
}

/** In one folder, because a bundle finds them all beside itself. */
async function migrationsOf(service: string): Promise<string[]> {
  const manifest = await readFile(
    path(`services/${service}/package.json`),
    'utf8',
  );
  return [
    ...(manifest.includes('"@togglemaster/changes"')
      ? ['packages/changes/migrations']
      : []),
    `services/${service}/migrations`,
  ].filter(folder => existsSync(path(folder)));
}
