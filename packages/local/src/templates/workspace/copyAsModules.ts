import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copySkeleton } from './copySkeleton';
import { escapeTemplates } from './escapeTemplates';

export type ModuleCall = {
  /** Name of the module call, the first part of all addresses in the plan. */
  name: string;
  skeleton: string;
  variables: Record<string, unknown>;
};

/** Writes a configuration that calls skeletons as modules: one plan for all costs little more than one for each. */
export async function copyAsModules(
  calls: ModuleCall[],
  to: string,
  root?: string,
): Promise<void> {
  const skeletons = [...new Set(calls.map(({ skeleton }) => skeleton))];
  await Promise.all(
    skeletons.map(skeleton => copySkeleton(skeleton, join(to, skeleton), root)),
  );
  await writeModuleCalls(calls, to);
}

/** Writes the calls alone, where the skeletons are there already. */
export async function writeModuleCalls(
  calls: ModuleCall[],
  to: string,
): Promise<void> {
  const modules = calls.map(({ name, skeleton, variables }) => [
    name,
    { source: `./${skeleton}`, ...(escapeTemplates(variables) as object) },
  ]);
  await writeFile(
    join(to, 'main.tf.json'),
    JSON.stringify({ module: Object.fromEntries(modules) }),
  );
}
