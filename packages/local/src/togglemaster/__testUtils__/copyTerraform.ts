import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { platformFolder } from './platformFolder';

/** Copies the platform's Terraform without its backend and provider, in whose place the caller puts others. */
export async function copyTerraform(to: string): Promise<void> {
  const from = platformFolder('terraform');
  const files = (await readdir(from)).filter(
    name => name.endsWith('.tf') && name !== 'providers.tf',
  );
  await Promise.all(
    [...files, 'modules'].map(name =>
      cp(join(from, name), join(to, name), { recursive: true }),
    ),
  );
}
