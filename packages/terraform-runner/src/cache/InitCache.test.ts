import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aJob } from '../testing/aJob';
import { s3Module } from '../testing/s3Module';
import { TempFolder, tempFolder } from '../testing/tempFolder';
import { InitCache, initCacheKey, isUnchanged } from './InitCache';
import type { PreparedFolder } from './PreparedFolder';
import { fileIdentities, readPreparedFolder } from './readPreparedFolder';
import { writePreparedFolder } from './writePreparedFolder';

const SOURCE = 'registry.terraform.io/hashicorp/aws';

describe('InitCache', () => {
  let folder: TempFolder;
  let provider: string;
  let prepared: PreparedFolder;
  let cache: InitCache;
  let ids = 0;

  beforeEach(async () => {
    folder = await tempFolder();
    provider = join(folder.path, 'mirror');
    await mkdir(provider);
    await writeFile(join(provider, 'terraform-provider-aws'), 'program');
    prepared = {
      layout: 1,
      providers: [
        {
          source: SOURCE,
          version: '5.100.0',
          platform: 'linux_amd64',
          folder: provider,
          files: await fileIdentities(provider),
          digests: ['h1:abc='],
        },
      ],
      backend: {
        version: 3,
        backend: {
          type: 's3',
          hash: 1,
          config: {
            bucket: 'other',
            key: 'other',
            region: 'x',
            encrypt: true,
            acl: null,
          },
        },
      },
    };
    cache = new InitCache(join(folder.path, 'cache'), () => `id-${ids++}`);
  });
  afterEach(() => folder.remove());

  it('gives back what was put, whole', async () => {
    await cache.put('key', prepared);

    expect(await cache.get('key')).toEqual(prepared);
    expect(await cache.get('other')).toBeUndefined();
    expect(await readdir(join(folder.path, 'cache'))).toEqual(['key.json']);
  });

  it('can be written by many at once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => cache.put('key', prepared)));

    expect(await cache.get('key')).toEqual(prepared);
  });

  it.each(['', '{', '{}', '{"layout": 2}'])(
    'takes an entry of the content %j for none',
    async content => {
      await cache.put('key', prepared);
      await writeFile(join(folder.path, 'cache', 'key.json'), content);

      expect(await cache.get('key')).toBeUndefined();
    },
  );

  it('forgets an entry whose provider was replaced, or is gone', async () => {
    await cache.put('key', prepared);
    await writeFile(join(provider, 'terraform-provider-aws'), 'changed');

    expect(await isUnchanged(prepared)).toBe(false);
    expect(await cache.get('key')).toBeUndefined();
  });

  it('forgets an entry whose provider got another file', async () => {
    await cache.put('key', prepared);
    await writeFile(join(provider, 'more'), '');

    expect(await cache.get('key')).toBeUndefined();
  });

  it('makes of an entry a folder for the state of this run', async () => {
    const workspace = join(folder.path, 'workspace');
    await mkdir(workspace);
    const { state } = aJob(s3Module);

    await writePreparedFolder(workspace, prepared, state);

    const backend = JSON.parse(
      await readFile(join(workspace, '.terraform/terraform.tfstate'), 'utf8'),
    );
    expect(backend.backend.config).toEqual({
      bucket: 'states',
      key: 'test/run-1/terraform.tfstate',
      region: 'us-east-1',
      use_lockfile: true,
      encrypt: null,
      kms_key_id: null,
      acl: null,
    });
    const lock = await readFile(join(workspace, '.terraform.lock.hcl'), 'utf8');
    expect(lock).toBe(`provider "${SOURCE}" {\n  version = "5.100.0"\n}\n`);
  });

  it('reads from a folder what it writes into one', async () => {
    const workspace = join(folder.path, 'workspace');
    await mkdir(workspace);
    await writePreparedFolder(
      workspace,
      { ...prepared, modules: '{"Modules":[]}' },
      aJob(s3Module).state,
    );
    await writeFile(
      join(workspace, '.terraform.lock.hcl'),
      `provider "${SOURCE}" {\n  version = "5.100.0"\n  hashes = [\n    "h1:abc=",\n    "zh:def",\n  ]\n}\n`,
    );

    const read = await readPreparedFolder(workspace);

    expect(read).toMatchObject({
      providers: prepared.providers,
      modules: '{"Modules":[]}',
    });
  });

  it('has another key for any other part', () => {
    const key = initCacheKey({ files: [['main.tf', 'eA==']], cliConfig: '' });

    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(
      initCacheKey({ files: [['main.tf', 'eQ==']], cliConfig: '' }),
    ).not.toBe(key);
  });
});
