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
  /** Workspaces that this builds as well: they need no build of their own then. */
  brings?: string[];
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
  const { folder, ...stamp } = await stampOf(build.workspace, { root, home });
  const brought = await Promise.all(
    (build.brings ?? []).map(name => stampOf(name, { root, home })),
  );
  const output = join(root, folder, build.output);
  const built = await readFile(stamp.file, 'utf8').catch(() => '');
  if (built === stamp.hash && existsSync(output)) return output;

  progress.line(build.notice);
  await runBuild(build, { root, home, signal });
  await mkdir(join(home, 'builds'), { recursive: true });
  for (const { file, hash } of [stamp, ...brought]) await writeFile(file, hash);
  return output;
}

/** Where it is noted what a workspace was built from, and what it would be built from now. */
async function stampOf(
  name: string,
  { root, home }: Pick<BuildPlace, 'root' | 'home'>,
) {
  const needed = await workspaceClosure(root, name);
  if (!needed.length) {
    throw new LocalError(
      `There is no workspace ${name}`,
      'Get the whole repository.',
    );
  }
  return {
    folder: needed[0].folder,
    file: join(home, 'builds', name.replace(/\W+/g, '-')),
    hash: await sourceHash(root, [
      'yarn.lock',
      'tsconfig.json',
      ...needed.map(({ folder }) => folder),
    ]),
  };
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
