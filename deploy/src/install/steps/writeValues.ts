import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { InstallContext } from '../InstallContext';
import { platformValues } from '../platformValues';

/** For Helm here, and for ArgoCD: there are no secrets in it. */
export async function writeValues(context: InstallContext): Promise<void> {
  const file = join(context.folder, 'platform.yaml');
  await writeFile(file, stringify(platformValues(context)));
  context.valuesFile = file;
  context.say(`  ${file}`);
}
