import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../Finding';
import type { Skeleton } from '../read/TemplateSet';
import type { Workspace } from '../workspace/createWorkspace';

/** Terraform formats the copy in the workspace, and so says where the original differs. */
export async function checkFormat(
  root: string,
  { name, folder }: Skeleton,
  workspace: Workspace,
): Promise<Finding[]> {
  const listed = await workspace.terraform('fmt', '-recursive', name);
  const changed = listed.split('\n').filter(Boolean).sort();
  return Promise.all(
    changed.map(async file => {
      const path = `${folder}/${file.slice(name.length + 1)}`;
      const [own, formatted] = await Promise.all([
        readFile(join(root, path), 'utf8'),
        readFile(join(workspace.path, file), 'utf8'),
      ]);
      return {
        file: path,
        line: firstDifference(own, formatted),
        message: 'is not formatted as Terraform does it: run terraform fmt',
      };
    }),
  );
}

function firstDifference(one: string, other: string): number {
  const lines = other.split('\n');
  const index = one.split('\n').findIndex((line, at) => line !== lines[at]);
  return Math.max(index, 0) + 1;
}
