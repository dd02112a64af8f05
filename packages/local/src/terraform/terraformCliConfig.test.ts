import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempDir, type TempDir } from '../system/tempDir';
import { terraformCliConfig } from './terraformCliConfig';

const AWS = 'registry.terraform.io/hashicorp/aws';

describe('terraformCliConfig', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
  });

  afterEach(async () => {
    await folder.remove();
  });

  const at = (...names: string[]) => join(folder.path, ...names);

  function configure(search: { own?: string[]; env?: NodeJS.ProcessEnv } = {}) {
    return terraformCliConfig(at('config'), {
      home: at('home'),
      parents: [at('opt')],
      env: { XDG_DATA_DIRS: at('share') },
      ...search,
    });
  }

  it('leaves a configuration of the user alone', async () => {
    await writeFile(at('mine.rc'), 'disable_checkpoint = true\n');

    const config = await configure({
      env: { TF_CLI_CONFIG_FILE: at('mine.rc') },
    });

    expect(config).toEqual({ file: at('mine.rc'), source: 'user' });
  });

  it('does not take a file that does not exist for one', async () => {
    const config = await configure({
      env: { TF_CLI_CONFIG_FILE: at('missing.rc'), XDG_DATA_DIRS: at('share') },
    });

    expect(config.source).toBe('registry');
  });

  it.each([
    ["Terraform's folder in the home", ['home', '.terraform.d', 'plugins']],
    ["the system's folder for shared data", ['share', 'terraform', 'plugins']],
    ["a folder in the system's opt", ['opt', 'some-mirror']],
  ])('finds a mirror in %s', async (_where, names) => {
    await mkdir(at(...names, AWS), { recursive: true });

    const config = await configure();

    expect(config).toMatchObject({ source: 'mirror', mirror: at(...names) });
    const text = await readFile(config.file, 'utf8');
    expect(text).toContain(`path    = "${at(...names)}"`);
    expect(text).toContain('disable_checkpoint = true');
  });

  it('prefers what an earlier start has fetched', async () => {
    await mkdir(at('opt', 'some-mirror', AWS), { recursive: true });
    await mkdir(at('fetched', AWS), { recursive: true });

    const config = await configure({ own: [at('fetched')] });

    expect(config.mirror).toBe(at('fetched'));
  });

  it('leads to the registry, with a cache, where there is no mirror', async () => {
    await mkdir(at('opt', 'unrelated'), { recursive: true });

    const config = await configure();

    expect(config.source).toBe('registry');
    expect(await readFile(config.file, 'utf8')).toContain(
      `plugin_cache_dir   = "${at('config', 'plugin-cache')}"`,
    );
  });
});
