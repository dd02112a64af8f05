import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { failure } from './progress.mjs';
import { run } from './run.mjs';

const FETCHED = '24';

/** Backstage 1.55 runs on these; 22.15 is the first 22 with module.registerHooks. */
export function isSupported(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 15);
}

/**
 * Node 22 or 24: the one that runs, one on PATH, the one fetched by an earlier
 * start, else one fetched now as an npm package, which carries the binary and
 * the headers that native modules are built with.
 *
 * @returns {Promise<{path: string, version: string, nodedir?: string}>}
 */
export async function findNode({
  home,
  progress,
  running = { path: process.execPath, version: process.version },
  env = process.env,
  platform = process.platform,
  arch = process.arch,
}) {
  if (isSupported(running.version)) return running;
  for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const found = await ask(join(folder, 'node'));
    if (found) return found;
  }

  const name = `node-${platform}-${arch}`;
  const nodedir = join(home, 'node', 'node_modules', name);
  const path = join(nodedir, 'bin', 'node');
  const kept = await ask(path);
  if (kept) return { ...kept, nodedir };

  progress.line(
    `Node ${running.version} is here, Node 22 or 24 is needed: fetching Node ${FETCHED} from npm`,
  );
  await fetchNode({ name, home, env });
  const fetched = await ask(path);
  if (fetched) return { ...fetched, nodedir };
  throw failure(
    `The Node of the npm package ${name} does not run on this machine`,
    'Install Node 24 from https://nodejs.org and start again.',
  );
}

async function ask(path) {
  if (!existsSync(path)) return undefined;
  const { code, lines } = await run(path, ['--version']);
  const version = lines.at(-1)?.trim() ?? '';
  return code === 0 && isSupported(version) ? { path, version } : undefined;
}

async function fetchNode({ name, home, env }) {
  const prefix = join(home, 'node');
  await mkdir(prefix, { recursive: true });
  const { code, lines } = await run(
    'npm',
    [
      'install',
      '--prefix',
      prefix,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      `${name}@${FETCHED}`,
    ],
    { cwd: prefix, env, logFile: join(home, 'logs', 'fetch-node.log') },
  );
  if (code === 0) return;
  throw failure(
    code === 'ENOENT'
      ? 'npm is not on PATH, and the running Node is neither 22 nor 24'
      : [`npm could not fetch ${name}@${FETCHED}`, ...lines.slice(-8)].join(
          '\n',
        ),
    code === 'ENOENT'
      ? 'Install npm, or Node 24 from https://nodejs.org, and start again.'
      : 'Check the network and the npm registry, or install Node 24 from https://nodejs.org.',
  );
}
