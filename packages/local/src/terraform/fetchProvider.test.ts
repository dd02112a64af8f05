import { join } from 'node:path';
import { tempDir, type TempDir } from '../system/tempDir';
import { fakeProgram } from '../testing/fakeProgram';
import { fetchProvider } from './fetchProvider';
import { findProviderMirror } from './findProviderMirror';

/** Fills the plugin cache that its CLI configuration names, as `init` does. */
const INIT = `
[ "$1" = init ] || exit 2
grep -q '"version":"5.100.0"' main.tf.json || exit 3
cache=$(sed -n 's/plugin_cache_dir = "\\(.*\\)"/\\1/p' "$TF_CLI_CONFIG_FILE")
mkdir -p "$cache/registry.terraform.io/hashicorp/aws/5.100.0/linux_amd64"`;

describe('fetchProvider', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
  });

  afterEach(async () => {
    await folder.remove();
  });

  it('leaves a folder that runs can read as a mirror', async () => {
    const terraform = await fakeProgram(join(folder.path, 'terraform'), INIT);
    const providers = join(folder.path, 'providers');

    await fetchProvider(terraform, providers);

    const mirror = await findProviderMirror({ own: [providers], parents: [] });
    expect(mirror).toBe(providers);
  });

  it('tells what Terraform said when it fails', async () => {
    const terraform = await fakeProgram(
      join(folder.path, 'terraform'),
      'echo "Could not connect to registry.terraform.io" >&2; exit 1',
    );

    const fetched = fetchProvider(terraform, join(folder.path, 'providers'));

    await expect(fetched).rejects.toMatchObject({
      message: expect.stringContaining(
        'Could not connect to registry.terraform.io',
      ),
      hint: expect.stringContaining('TF_CLI_CONFIG_FILE'),
    });
  });
});
