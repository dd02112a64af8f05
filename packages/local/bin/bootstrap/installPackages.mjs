import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nodeEnv } from './nodeEnv.mjs';
import { failure } from './progress.mjs';
import { run } from './run.mjs';

const QUIET_SECONDS = 15;

/**
 * Installs the dependencies when what decides about them has changed since the
 * last time: the lock file, a package.json, yarn's settings, or Node itself.
 */
export async function installPackages({ root, home, node, progress }) {
  const stamp = join(home, 'install.hash');
  const hash = await dependencyHash(root, node);
  const installed = existsSync(join(root, 'node_modules', '.yarn-state.yml'));
  if (installed && (await readOr(stamp, '')) === hash) return;

  const yarn = join(root, await yarnPath(root));
  progress.line(`Installing packages with Node ${node.version}`);
  let last = 'starting';
  const timer = setInterval(
    () => progress.line(`  still installing: ${last}`),
    QUIET_SECONDS * 1000,
  );
  const logFile = join(home, 'logs', 'install.log');
  const { code, lines } = await run(node.path, [yarn, 'install'], {
    cwd: root,
    env: nodeEnv(node),
    logFile,
    onLine: line => {
      last = line.replace(/^\S+ YN\d+: [│┌└·]?\s*/, '') || last;
    },
  }).finally(() => clearInterval(timer));
  if (code !== 0) {
    throw failure(
      [`yarn install ended with ${code}`, ...lines.slice(-12)].join('\n'),
      `${hintFor(lines.join('\n'))} All of its output: ${logFile}`,
    );
  }
  await mkdir(home, { recursive: true });
  // Yarn may have written the lock file anew: what counts is what it is now.
  await writeFile(stamp, await dependencyHash(root, node));
}

async function dependencyHash(root, node) {
  const hash = createHash('sha256').update(node.version.split('.')[0]);
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const group of ['packages', 'plugins']) {
    const names = await readdir(join(root, group)).catch(() => []);
    files.push(...names.sort().map(name => join(group, name, 'package.json')));
  }
  for (const file of files) {
    hash.update(file).update(await readOr(join(root, file), ''));
  }
  return hash.digest('hex');
}

async function yarnPath(root) {
  const settings = await readFile(join(root, '.yarnrc.yml'), 'utf8');
  const path = /^yarnPath:\s*(\S+)/m.exec(settings)?.[1];
  if (path && existsSync(join(root, path))) return path;
  throw failure(
    `Yarn is not where .yarnrc.yml says (${path})`,
    `Get the whole repository, with ${dirname(path ?? '.yarn/releases/x')}.`,
  );
}

function hintFor(output) {
  if (/ENOSPC/.test(output)) {
    return 'The disk is full: about 3 GB are needed.';
  }
  if (/No candidates found/.test(output)) {
    return 'The registry lacks a version that the lock file names: try later or use another registry.';
  }
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|RequestError/.test(output)) {
    return 'The npm registry could not be reached: check the network and proxy settings.';
  }
  return 'Correct what it says and start again.';
}

async function readOr(file, otherwise) {
  return readFile(file, 'utf8').catch(() => otherwise);
}
