import { runProgram } from '../../system/runProgram';

/** Clones a branch of a repository into a new folder, and lists its files. */
export async function cloneOf(
  remote: string,
  folder: string,
  branch = 'main',
): Promise<string[]> {
  await runProgram('git', ['clone', '-q', '-b', branch, remote, folder]);
  const { stdout } = await runProgram('git', ['ls-files'], { cwd: folder });
  return stdout.trimEnd().split('\n').sort();
}
