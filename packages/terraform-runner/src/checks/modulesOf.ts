import type { ModuleFile } from './ModuleFile';

/** The files by folder: each folder is a module. */
export function modulesOf(files: ModuleFile[]): Map<string, ModuleFile[]> {
  const modules = new Map<string, ModuleFile[]>();
  for (const file of files) {
    modules.set(file.folder, [...(modules.get(file.folder) ?? []), file]);
  }
  return modules;
}
