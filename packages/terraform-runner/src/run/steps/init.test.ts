import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InitCache } from '../../cache/InitCache';
import { fileIdentities } from '../../cache/readPreparedFolder';
import { aJob } from '../../testing/aJob';
import { s3Module } from '../../testing/s3Module';
import { TempFolder, tempFolder } from '../../testing/tempFolder';
import type { RunContext } from '../RunContext';
import { init } from './init';

describe('init', () => {
  let folder: TempFolder;
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(() => folder.remove());

  /** A run whose prepared folder, with one provider, is in the cache. */
  async function aContext(source: string): Promise<RunContext> {
    const provider = await mkdtemp(join(folder.path, 'provider-'));
    await writeFile(join(provider, 'program'), '');
    const workspace = join(folder.path, 'workspace');
    await mkdir(workspace);
    const initCacheDir = join(folder.path, 'cache');
    await new InitCache(initCacheDir, () => 'id').put('key', {
      layout: 1,
      providers: [
        {
          source,
          version: '5.0.0',
          platform: 'linux_amd64',
          folder: provider,
          files: await fileIdentities(provider),
          digests: [],
        },
      ],
      backend: { backend: { type: 's3', config: {} } },
    });
    const context: Partial<RunContext> = {
      job: aJob(s3Module),
      initCacheDir,
      newId: () => 'id',
      folders: { workspace } as RunContext['folders'],
      found: { initKey: 'key', applyStarted: false, maxRssBytes: 0 },
    };
    return context as RunContext;
  }

  it('takes a prepared folder from the cache', async () => {
    const context = await aContext('registry.terraform.io/hashicorp/aws');

    await init.run(context);

    expect(context.found).toMatchObject({
      isNewFolder: false,
      prepared: { layout: 1 },
    });
  });

  it('refuses a provider that the list does not name, whatever the module says', async () => {
    const context = await aContext('registry.opentofu.org/hashicorp/aws');

    await expect(init.run(context)).rejects.toMatchObject({
      code: 'invalid_bundle',
      message: expect.stringContaining('registry.opentofu.org/hashicorp/aws'),
    });
  });
});
