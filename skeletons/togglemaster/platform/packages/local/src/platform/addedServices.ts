import { readdir, readFile } from 'node:fs/promises';
import { LocalError } from '../LocalError.ts';
import { CORE_SERVICES, type CoreServiceName } from './CoreServiceName.ts';

export const STORES = ['postgres', 'redis', 'sqs', 'dynamodb'] as const;
export type Store = (typeof STORES)[number];

export type AddedService = { name: string; port: number; stores: Store[] };

const SERVICES = new URL('../../../../services/', import.meta.url);

/**
 * The services beyond the five: folders of services/ whose package.json says
 * `"togglemaster": { "port": 8006, "stores": ["postgres"] }`.
 *
 * @throws LocalError that names the file whose words can't be used
 */
export async function addedServices(
  folder: URL = SERVICES,
): Promise<AddedService[]> {
  const names = (await readdir(folder)).filter(
    name => !CORE_SERVICES.includes(name as CoreServiceName),
  );
  const found = await Promise.all(
    names.toSorted().map(name => read(name, folder)),
  );
  for (const [at, { name, port }] of found.entries()) {
    const twin = found.find((other, i) => i < at && other.port === port);
    if (twin) {
      throw new LocalError(
        `${twin.name} and ${name} both have port ${port}: give one of them another in its package.json`,
      );
    }
  }
  return found;
}

async function read(name: string, folder: URL): Promise<AddedService> {
  const manifest = new URL(`${name}/package.json`, folder);
  const { togglemaster } = JSON.parse(
    await readFile(manifest, 'utf8').catch(() => '{}'),
  );
  const { port, stores } = togglemaster ?? {};
  const known = STORES as readonly string[];
  if (
    Number.isInteger(port) &&
    Array.isArray(stores) &&
    stores.every(store => known.includes(store))
  ) {
    return { name, port, stores };
  }
  throw new LocalError(
    `services/${name}/package.json has to say "togglemaster": { "port": 8006, "stores": [] }, with stores of ${STORES.join(', ')}`,
  );
}
