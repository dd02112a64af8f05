import { runGit } from './runGit';

export type Author = { name: string; email: string };

/** Commits all that a folder holds. @returns the commit's id */
export async function commitAll(
  folder: string,
  { message, author }: { message: string; author: Author },
): Promise<string> {
  await runGit(folder, ['add', '--all']);
  await runGit(folder, [
    '-c',
    `user.name=${author.name}`,
    '-c',
    `user.email=${author.email}`,
    'commit',
    '--quiet',
    '--message',
    message,
  ]);
  return runGit(folder, ['rev-parse', 'HEAD']);
}
