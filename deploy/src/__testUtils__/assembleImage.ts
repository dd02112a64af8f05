import { chmod, chown, copyFile, mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import {
  buildBundle,
  createProgress,
  repositoryRoot,
  runProgram,
  tempDir,
} from '@terrastage/local/testing';
import { deployPath } from '../deployPath';
import { imageUser } from './imageUser';
import { protectFolders } from './protectFolders';

export interface AssembledImage {
  /** What is `/app` in the image. Nobody may write there. */
  app: string;
  /** What is `/tmp`. */
  tmp: string;
  /** Beside them, for files that are mounted. */
  folder: string;
  /** Node.js, at a place that every user reaches. */
  node: string;
  remove(): Promise<void>;
}

/** The portal as the Dockerfile lays it out, by the very script of the Dockerfile. */
export async function assembleImage(): Promise<AssembledImage> {
  await buildBundle({
    root: repositoryRoot,
    home: join(repositoryRoot, '.terrastage'),
    progress: createProgress({ out: { write: () => undefined } }),
  });
  const { path: folder, remove } = await tempDir('terrastage-image-');
  await chmod(folder, 0o755);
  const app = join(folder, 'app');
  const tmp = join(folder, 'tmp');
  const node = join(folder, 'node');
  await copyFile(process.execPath, node);
  await runProgram(
    deployPath('images/portal/assemble.sh'),
    [repositoryRoot, app],
    {
      env: {
        ...process.env,
        PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      },
      timeout: 5 * 60_000,
    },
  );
  await protectFolders(app, 'read-only');
  await mkdir(tmp);
  const user = imageUser();
  if (user) await chown(tmp, user.uid, user.gid);
  return {
    app,
    tmp,
    folder,
    node,
    remove: async () => {
      await protectFolders(app, 'writable');
      await remove();
    },
  };
}
