import { join } from 'node:path';
import { tempDir, type TempDir } from '../system/tempDir';
import { fakeProgram } from '../testing/fakeProgram';
import { findTerraform } from './findTerraform';

describe('findTerraform', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
  });

  afterEach(async () => {
    await folder.remove();
  });

  function fake(name: string, version: string): Promise<string> {
    return fakeProgram(
      join(folder.path, name),
      `echo '{"terraform_version":"${version}"}'`,
    );
  }

  it.each(['1.10.0', '1.11.4', '2.0.0'])(
    'takes Terraform %s',
    async version => {
      const path = await fake('terraform', version);

      const found = await findTerraform({ PATH: folder.path });

      expect(found).toEqual({ path, product: 'terraform', version });
    },
  );

  it.each(['0.15.5', '1.9.8'])(
    'passes over Terraform %s, which has no locks in S3',
    async version => {
      await fake('terraform', version);

      const found = await findTerraform({ PATH: folder.path });

      expect(found).toBeUndefined();
    },
  );

  it('takes OpenTofu where Terraform is too old', async () => {
    await fake('terraform', '1.5.7');
    const path = await fake('tofu', '1.10.2');

    const found = await findTerraform({ PATH: folder.path });

    expect(found).toEqual({ path, product: 'opentofu', version: '1.10.2' });
  });

  it('asks the one that the environment names first', async () => {
    await fake('terraform', '1.11.4');
    const path = await fake('mine/terraform', '1.12.0');

    const found = await findTerraform({
      PATH: folder.path,
      TERRASTAGE_TERRAFORM: path,
    });

    expect(found?.path).toBe(path);
  });

  it('passes over a program that does not answer', async () => {
    await fakeProgram(join(folder.path, 'terraform'), 'exit 1');

    expect(await findTerraform({ PATH: folder.path })).toBeUndefined();
  });
});
