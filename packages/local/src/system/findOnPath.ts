import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** All executable files of one of these names on PATH, in PATH's order. */
export function findAllOnPath(
  names: string[],
  env: NodeJS.ProcessEnv = process.env,
): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap(name =>
    folders.map(folder => join(folder, name)).filter(isExecutable),
  );
}

/** The first executable file of one of these names on PATH. */
export function findOnPath(
  names: string[],
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  return findAllOnPath(names, env)[0];
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
