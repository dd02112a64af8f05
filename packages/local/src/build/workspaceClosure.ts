import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Workspace = {
  name: string;
  folder: string;
  /** Names of the workspaces that it needs to run or to be built. */
  needs: string[];
};

const GROUPS = ['packages', 'plugins'];
const LOCAL_RANGE = /^(workspace|link):/;

/** All workspaces of the repository, in order of their folders. */
export async function readWorkspaces(root: string): Promise<Workspace[]> {
  const folders = await Promise.all(
    GROUPS.map(async group =>
      (await readdir(join(root, group))).sort().map(name => join(group, name)),
    ),
  );
  const read = folders.flat().map(async folder => {
    const text = await readFile(join(root, folder, 'package.json'), 'utf8')
      // A folder without a package.json is no workspace.
      .catch(() => undefined);
    return text === undefined ? [] : [toWorkspace(folder, JSON.parse(text))];
  });
  return (await Promise.all(read)).flat();
}

/** A workspace with all that it needs, itself first. */
export async function workspaceClosure(
  root: string,
  name: string,
): Promise<Workspace[]> {
  const byName = new Map(
    (await readWorkspaces(root)).map(workspace => [workspace.name, workspace]),
  );
  const found = new Set<Workspace>();
  const visit = (next: string) => {
    const workspace = byName.get(next);
    if (!workspace || found.has(workspace)) return;
    found.add(workspace);
    workspace.needs.forEach(visit);
  };
  visit(name);
  return [...found];
}

function toWorkspace(
  folder: string,
  json: { name: string; dependencies?: Record<string, string> },
): Workspace {
  return {
    name: json.name,
    folder,
    needs: Object.entries(json.dependencies ?? {})
      .filter(([, range]) => LOCAL_RANGE.test(range))
      .map(([dependency]) => dependency),
  };
}
