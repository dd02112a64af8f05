import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { LocalError } from '../LocalError.ts';
import { addedServices } from './addedServices.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'togglemaster-services-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const add = async (name: string, manifest: object) => {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'package.json'), JSON.stringify(manifest));
};
const read = () => addedServices(pathToFileURL(`${folder}/`));

describe('an added service', () => {
  it('says its port and stores in its package.json; the five do not', async () => {
    await add('auth', {});
    await add('billing', {
      togglemaster: { port: 8006, stores: ['postgres', 'sqs'] },
    });

    assert.deepEqual(await read(), [
      { name: 'billing', port: 8006, stores: ['postgres', 'sqs'] },
    ]);
  });

  it('does not share its port', async () => {
    await add('billing', { togglemaster: { port: 8006, stores: [] } });
    await add('mail', { togglemaster: { port: 8006, stores: [] } });

    await assert.rejects(read(), /billing and mail both have port 8006/);
  });

  for (const togglemaster of [
    undefined,
    { port: 8006 },
    { port: '8006', stores: [] },
    { port: 8006, stores: ['mongodb'] },
  ]) {
    it(`is refused with ${JSON.stringify(togglemaster)}, by its file`, async () => {
      await add('billing', { togglemaster });

      await assert.rejects(
        read(),
        (error: Error) =>
          error instanceof LocalError &&
          error.message.startsWith('services/billing/package.json has to say'),
      );
    });
  }
});
