import { Platform, newSecrets } from '@togglemaster/local';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes services/<name>/openapi.json, which the catalog shows, as it is served. */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'togglemaster-openapi-'));
const platform = await Platform.start({
  folder,
  tools: join(root, '.togglemaster/tools'),
  secrets: newSecrets(),
});
try {
  for (const name of platform.names) {
    const response = await fetch(`${platform.urls[name]}/openapi.json`);
    const file = join(root, 'services', name, 'openapi.json');
    await writeFile(
      file,
      `${JSON.stringify(await response.json(), null, 2)}\n`,
    );
    console.log(`services/${name}/openapi.json`);
  }
} finally {
  await platform.stop();
  await rm(folder, { recursive: true });
}
