import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, stringify } from 'yaml';

const root = path.resolve(__dirname, '../../..');

/**
 * Copies of the files of people, which a test may change.
 *
 * @returns the file of users, and a configuration file that leads to the copies
 */
export async function copyCatalogFiles(runDir: string) {
  const folder = path.join(runDir, 'catalog');
  await mkdir(folder, { recursive: true });
  const copies = await Promise.all(
    ['users.yaml', 'groups.yaml'].map(async name => {
      await cp(path.join(root, 'catalog', name), path.join(folder, name));
      return path.join(folder, name);
    }),
  );
  const [users, groups] = copies;
  const base = parse(
    await readFile(path.join(root, 'app-config.yaml'), 'utf8'),
  );
  const locations = base.catalog.locations.map(
    (location: { target: string }) => ({
      ...location,
      target:
        copies.find(file => location.target.endsWith(path.basename(file))) ??
        location.target,
    }),
  );
  const configFile = path.join(runDir, 'app-config.e2e.yaml');
  await writeFile(
    configFile,
    stringify({
      catalog: { locations },
      terrastage: { users: { files: { users, groups } } },
    }),
  );
  return { users, configFile };
}
