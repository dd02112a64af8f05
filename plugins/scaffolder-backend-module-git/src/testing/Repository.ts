import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commitAll } from '../git/commitAll';
import { runGit } from '../git/runGit';

/** A bare repository at a plain destination, and somebody who works on it. */
export class Repository {
  private constructor(private readonly work: string) {}

  static async make(repositories: string, name: string): Promise<Repository> {
    const remote = join(repositories, `${name}.git`);
    const work = join(repositories, '..', `work-${name}`);
    const branch = ['--quiet', '--initial-branch', 'main'];
    await mkdir(remote, { recursive: true });
    await mkdir(work);
    await runGit(remote, ['init', '--bare', ...branch]);
    await runGit(work, ['init', ...branch]);
    await runGit(work, ['remote', 'add', 'origin', remote]);
    return new Repository(work);
  }

  async link(file: string, target: string): Promise<void> {
    await symlink(target, join(this.work, file));
  }

  /** @returns the commit on main */
  async push(files: Record<string, string>): Promise<string> {
    for (const [file, text] of Object.entries(files)) {
      const path = join(this.work, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    const author = { name: 'Ana', email: 'ana@example.com' };
    const commit = await commitAll(this.work, { message: 'Change', author });
    await runGit(this.work, ['push', '--quiet', 'origin', 'main']);
    return commit;
  }
}
