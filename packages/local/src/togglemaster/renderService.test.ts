import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../system/runProgram';
import { tempDir, type TempDir } from '../system/tempDir';
import { cloneOf } from './__testUtils__/cloneOf';
import { expectedServiceFiles } from './__testUtils__/expectedServiceFiles';
import { keepRendered } from './__testUtils__/keepRendered';
import { leftOvers } from './__testUtils__/leftOvers';
import {
  startScaffolder,
  type Scaffolder,
} from './__testUtils__/startScaffolder';

jest.setTimeout(180_000);

const platform = {
  name: 'shop-flags',
  environments: ['dev', 'prod'],
  owner: 'group:default/payments',
  region: 'sa-east-1',
  domain: 'shop.example.com',
  registry: '123456789012.dkr.ecr.sa-east-1.amazonaws.com',
  provision: false,
};
const base = {
  platform: platform.name,
  owner: 'group:default/billing',
  description: 'Invoices, and who has paid them (ação)',
};
/** Each store alone, all, and none; the shortest and the longest name. */
const matrix = [
  { ...base, service: 'abc', port: 8006, stores: [] },
  { ...base, service: 'invoices', port: 8999, stores: ['postgres'] },
  { ...base, service: 'carts', port: 8010, stores: ['redis'] },
  { ...base, service: 'mail', port: 8011, stores: ['sqs'] },
  { ...base, service: 'sessions', port: 8012, stores: ['dynamodb'] },
  {
    ...base,
    service: 'abcdefghij0123456789',
    port: 8013,
    stores: ['postgres', 'redis', 'sqs', 'dynamodb'],
  },
];

let folder: TempDir;
let remote: string;
let scaffolder: Scaffolder;

beforeAll(async () => {
  folder = await tempDir('terrastage-togglemaster-service-');
  const repositories = join(folder.path, 'repositories');
  remote = join(repositories, `${platform.name}.git`);
  scaffolder = await startScaffolder(repositories);
  await scaffolder.submit('platform', platform);
});

afterAll(async () => {
  await scaffolder?.stop();
  await folder?.remove();
});

describe.each(matrix)('the service $service with $stores', parameters => {
  const { service, stores, port } = parameters;
  let root: string;
  let added: string[];

  const read = (file: string) => readFile(join(root, file), 'utf8');
  const git = async (...args: string[]) =>
    (await runProgram('git', args, { cwd: root })).stdout.trimEnd();

  beforeAll(async () => {
    await scaffolder.submit('service', parameters);
    root = join(folder.path, `clone-${service}`);
    await cloneOf(remote, root, `add-${service}`);
    added = (
      await git('diff', '--name-only', '--diff-filter=A', 'origin/main', 'HEAD')
    ).split('\n');
    if (stores.length === 4) await keepRendered(root);
  });

  it('adds the files of the list and no other, and changes the lock file alone', async () => {
    const changed = await git(
      'diff',
      '--name-only',
      '--diff-filter=a',
      'origin/main',
      'HEAD',
    );

    expect(added.sort()).toEqual(
      expectedServiceFiles({ ...platform, service, stores }),
    );
    expect(changed).toBe('package-lock.json');
  });

  it('has no placeholder and no empty value left', async () => {
    const files = added.filter(file => !file.startsWith('.github/'));

    const left = await Promise.all(
      files.map(async file =>
        leftOvers(await read(file))
          // SQL, TypeScript and tests say undefined and ${name} themselves.
          .filter(line => !/\.ts$/.test(file) || line.includes('{{'))
          .map(line => `${file}: ${line}`),
      ),
    );

    expect(left.flat()).toEqual([]);
  });

  it('names itself in every file that is its own', async () => {
    const GENERAL = /Stores\.ts$|openQueue\.ts$|openTable\.ts$|\.sql$/;
    const texts = await Promise.all(
      added
        .filter(file => !GENERAL.test(file))
        .map(async file => ({ file, text: await read(file) })),
    );

    const strangers = texts.filter(({ text }) => !text.includes(service));

    expect(strangers.map(({ file }) => file)).toEqual([]);
  });

  it('says its port and stores once for all', async () => {
    const manifest = JSON.parse(await read(`services/${service}/package.json`));
    const document = JSON.parse(await read(`services/${service}/openapi.json`));

    expect(manifest.togglemaster).toEqual({ port, stores });
    expect(document.info.description).toBe(parameters.description);
    expect(Object.keys(document.paths)).toContain(`/${service}/stores`);
  });

  it('is in the lock file with its dependencies, all of which are locked', async () => {
    const manifest = JSON.parse(await read(`services/${service}/package.json`));
    const { packages } = JSON.parse(await read('package-lock.json'));

    expect(packages[`services/${service}`]).toEqual({
      name: manifest.name,
      version: manifest.version,
      license: manifest.license,
      dependencies: manifest.dependencies,
    });
    expect(
      Object.keys(manifest.dependencies).filter(
        name => !packages[`node_modules/${name}`],
      ),
    ).toEqual([]);
  });

  it('takes region, registry, host and account from the platform', async () => {
    const manifest = await read(
      `gitops/environments/prod/${service}/kustomization.yaml`,
    );

    expect(manifest).toContain(
      `newName: ${platform.registry}/shop-flags/${service}`,
    );
    expect(manifest).toContain('region: sa-east-1');
    expect(manifest).toContain(
      'TOKEN_ISSUER=https://flags-prod.shop.example.com',
    );
    expect(manifest).toContain(
      `arn:aws:iam::123456789012:role/shop-flags-prod-${service}`,
    );
  });
});

describe('a service is refused', () => {
  const submit = (change: object) =>
    scaffolder.submit('service', { ...matrix[0], service: 'other', ...change });

  it.each([
    ['a name of the platform itself', { service: 'auth' }],
    ['a name with a hyphen', { service: 'my-service' }],
    ['a name of 21 letters', { service: 'a'.repeat(21) }],
    ['a port of the platform itself', { port: 8005 }],
    ['a store that there is none of', { stores: ['mongodb'] }],
    ['a description with a quote', { description: "Ana's invoices" }],
    ['a description with a placeholder', { description: 'The ${{ x }} one' }],
    ['a description of two lines', { description: 'One\ntwo' }],
  ])('with %s', async (_what, change) => {
    // The scaffolder holds values against the form before anything runs.
    await expect(submit(change)).rejects.toThrow(/"errors"|does not|must/);
  });

  it('where there is no such platform', async () => {
    await expect(submit({ platform: 'nothing' })).rejects.toThrow(
      'There is no platform.json on the branch main of a repository "nothing"',
    );
  });

  it('where its branch is there already', async () => {
    await expect(submit({ service: 'abc' })).rejects.toThrow(
      'The branch add-abc was not taken',
    );
  });

  it('where a service of its name is merged already', async () => {
    const root = join(folder.path, 'clone-merged');
    await cloneOf(remote, root, 'add-mail');
    await runProgram('git', ['push', '-q', 'origin', 'add-mail:main'], {
      cwd: root,
    });

    await expect(submit({ service: 'mail' })).rejects.toThrow(
      'The repository has such a file already',
    );
  });
});
