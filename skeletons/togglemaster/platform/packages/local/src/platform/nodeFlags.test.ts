import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { NODE_FLAGS } from './nodeFlags.ts';

it('starts services here with the flags that they have in their images', async () => {
  const file = new URL('../../../../Dockerfile', import.meta.url);
  const [, entrypoint = ''] =
    /^ENTRYPOINT (.*)$/m.exec(await readFile(file, 'utf8')) ?? [];

  const [node, ...args] = JSON.parse(entrypoint) as string[];

  assert.equal(node, '/nodejs/bin/node');
  assert.deepEqual(args, [...NODE_FLAGS, 'app/main.js']);
});
