import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../progress/createProgress';
import { LocalError } from '../progress/LocalError';
import { runLogged } from '../system/runLogged';
import { yarnFile } from '../system/yarnFile';
import { sourceHash } from './sourceHash';
import { workspaceClosure } from './workspaceClosure';

export type Build = {
  /** The workspace to build and the script that builds it. */
  workspace: string;
  script: string;
  /** What the build makes, relative to the workspace's folder. */
  output: string;
  /** Said when it has to be built. */
  notice: string;
};

export type BuildPlace = {
  root: string;
  home: string;
  progress: Progress;
  /** Aborted when nobody wants the build any more. */
  signal?: AbortSignal;
};

/**
 * Builds a workspace unless its output is there and was made from the same
 * sources: its own, those of the workspaces that it needs, and the lock file.
 *
 * @returns the absolute path of the output
 * @throws LocalError with the end of the build's own words
 */
export async function buildIfChanged(
  build: Build,
  { root, home, progress, signal }: BuildPlace,
): Promise<string> {
  const needed = await workspaceClosure(root, build.workspace);
  if (!needed.length) {
    throw new LocalError(
      `There is no workspace ${build.workspace}`,
      'Get the whole repository.',
    );
  }
  const output = join(root, needed[0].folder, build.output);
  const stamp = join(home, 'builds', build.workspace.replace(/\W+/g, '-'));
  const hash = await sourceHash(root, [
    'yarn.lock',
    'tsconfig.json',
    ...needed.map(workspace => workspace.folder),
  ]);
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (built === hash && existsSync(output)) return output;

  progress.line(build.notice);
  await runBuild(build, { root, home, signal });
  await mkdir(join(home, 'builds'), { recursive: true });
  await writeFile(stamp, hash);
  return output;
}

async function runBuild(
  { workspace, script }: Build,
  { root, home, signal }: Omit<BuildPlace, 'progress'>,
) {
  const logFile = join(
    home,
    'logs',
    `build-${workspace.replace(/\W+/g, '-')}.log`,
  );
  const { code, lines } = await runLogged(
    process.execPath,
    [yarnFile(root), 'workspace', workspace, script],
    { cwd: root, env: process.env, logFile, signal },
  );
  if (code !== 0) {
    throw new LocalError(
      [`Building ${workspace} ended with ${code}`, ...lines.slice(-20)].join(
        '\n',
      ),
      `All of its output: ${logFile}`,
    );
  }
}
