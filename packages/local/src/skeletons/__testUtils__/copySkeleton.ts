import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { skeletonFolder } from './skeletonFolder';

/** Copies a skeleton's Terraform files. */
export async function copySkeleton(
  skeleton: string,
  to: string,
): Promise<void> {
  const from = skeletonFolder(skeleton);
  const files = (await readdir(from)).filter(name => name.endsWith('.tf'));
  await mkdir(to, { recursive: true });
  await Promise.all(files.map(name => cp(join(from, name), join(to, name))));
}
