import { addedServices, composeEnv, newSecrets } from '@togglemaster/local';
import { readFile, writeFile } from 'node:fs/promises';

/** Writes .env for Docker Compose; secrets that are in it stay. */
const file = new URL('../.env', import.meta.url);
const before = await readFile(file, 'utf8').catch(() => undefined);
const text = composeEnv(newSecrets(), await addedServices(), before);
await writeFile(file, text, { mode: 0o600 });
console.log('Wrote .env. Now: docker compose up --build');
