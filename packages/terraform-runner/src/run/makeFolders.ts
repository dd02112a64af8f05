import { mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHORT_TMP_PREFIX, tmpInWork } from '../protocol';

/** Folders and files of one attempt. */
export type RunFolders = {
  workDir: string;
  /** The root module; made by the step `prepare`. */
  workspace: string;
  /** Terraform's output, a pair of files a command. */
  logs: string;
  spool: string;
  /** HOME of Terraform: no settings of the machine's user reach it. */
  home: string;
  /** TMPDIR of Terraform and its providers. */
  tmp: string;
  /** The same, or a link to it: whoever cleans up after a runner that was killed finds it there. */
  tmpLink: string;
  /** The generated AWS profile. */
  aws: string;
  planFile: string;
  /** A plan that only finds out what there is. */
  draftFile: string;
};

/** Longest TMPDIR, in bytes, under which providers can open their sockets: Unix allows about 104 in all. */
const MAX_TMP_BYTES = 70;

export async function makeFolders({
  workDir,
  attempt,
}: {
  workDir: string;
  attempt: number;
}): Promise<RunFolders> {
  const base = join(workDir, `attempt-${attempt}`);
  const tmpLink = join(workDir, tmpInWork(attempt));
  await mkdir(base, { recursive: true, mode: 0o700 });
  const folders = {
    workDir,
    workspace: join(base, 'workspace'),
    logs: join(base, 'logs'),
    spool: join(base, 'spool'),
    home: join(base, 'home'),
    tmp: await tmpFolder(tmpLink),
    tmpLink,
    aws: join(base, 'aws'),
    planFile: join(base, 'plan.tfplan'),
    draftFile: join(base, 'draft.tfplan'),
  };
  for (const name of ['logs', 'spool', 'home', 'tmp', 'aws'] as const) {
    await mkdir(folders[name], { recursive: true, mode: 0o700 });
  }
  return folders;
}

async function tmpFolder(preferred: string): Promise<string> {
  if (Buffer.byteLength(preferred) <= MAX_TMP_BYTES) return preferred;
  const short = await mkdtemp(join(tmpdir(), SHORT_TMP_PREFIX));
  await symlink(short, preferred);
  return short;
}
