import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../system/runProgram';
import { tempDir, type TempDir } from '../system/tempDir';
import { fileServer, type FileServer } from '../testing/fileServer';
import { zipOf } from '../testing/zipOf';
import { fetchTerraform } from './fetchTerraform';
import { findTerraform } from './findTerraform';
import { PINNED_TERRAFORM, terraformPlatform } from './pinnedTerraform';

const PROGRAM = `#!/bin/sh\necho '{"terraform_version":"1.11.4"}'\n`;

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

describe('fetchTerraform', () => {
  const zip = zipOf('terraform', Buffer.from(PROGRAM));
  let server: FileServer;
  let folder: TempDir;

  beforeAll(async () => {
    server = await fileServer({
      '/1.11.4/terraform_1.11.4_linux_amd64.zip': zip,
      '/1.11.4/terraform_1.11.4_linux_arm64.zip': zipOf(
        'LICENSE.txt',
        Buffer.from('MPL'),
      ),
    });
  });

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
  });

  afterEach(async () => {
    await folder.remove();
  });

  afterAll(async () => {
    await server.stop();
  });

  function release(checksums: Record<string, string>) {
    return { version: '1.11.4', baseUrl: server.url, checksums };
  }

  async function leftIn(path: string): Promise<string[]> {
    const files = await readdir(path, { recursive: true, withFileTypes: true });
    return files.filter(one => one.isFile()).map(one => one.name);
  }

  it('unpacks a program that runs', async () => {
    const path = await fetchTerraform(folder.path, {
      platform: 'linux_amd64',
      release: release({ linux_amd64: sha256(zip) }),
    });

    expect(path).toBe(join(folder.path, 'terraform-1.11.4', 'terraform'));
    const { stdout } = await runProgram(path, ['version', '-json']);
    expect(JSON.parse(stdout)).toEqual({ terraform_version: '1.11.4' });
  });

  it('is found by a later start', async () => {
    const path = await fetchTerraform(folder.path, {
      platform: 'linux_amd64',
      release: release({ linux_amd64: sha256(zip) }),
    });

    const found = await findTerraform({ PATH: '' }, [path]);

    expect(found).toEqual({ path, product: 'terraform', version: '1.11.4' });
  });

  it('keeps nothing whose checksum is wrong', async () => {
    const wrong = sha256(Buffer.from('something else'));

    const fetched = fetchTerraform(folder.path, {
      platform: 'linux_amd64',
      release: release({ linux_amd64: wrong }),
    });

    await expect(fetched).rejects.toThrow(
      `is wrong: ${sha256(zip)} instead of ${wrong}`,
    );
    expect(await leftIn(folder.path)).toEqual([]);
  });

  it('says where it could not be fetched from', async () => {
    const fetched = fetchTerraform(folder.path, {
      platform: 'darwin_arm64',
      release: release({ darwin_arm64: sha256(zip) }),
    });

    await expect(fetched).rejects.toMatchObject({
      message: `Terraform could not be fetched from ${server.url}/1.11.4/terraform_1.11.4_darwin_arm64.zip: HTTP 404`,
      hint: expect.stringContaining('Check the network'),
    });
  });

  it('says so when nobody listens', async () => {
    const fetched = fetchTerraform(folder.path, {
      platform: 'linux_amd64',
      release: {
        ...release({ linux_amd64: sha256(zip) }),
        baseUrl: 'http://127.0.0.1:1',
      },
    });

    await expect(fetched).rejects.toThrow('Terraform could not be fetched');
  });

  it('takes no archive without Terraform in it', async () => {
    const other = zipOf('LICENSE.txt', Buffer.from('MPL'));

    const fetched = fetchTerraform(folder.path, {
      platform: 'linux_arm64',
      release: release({ linux_arm64: sha256(other) }),
    });

    await expect(fetched).rejects.toThrow('has no file terraform');
    expect(await leftIn(folder.path)).toEqual([]);
  });

  it('says what to do on a machine that has no release', async () => {
    const fetched = fetchTerraform(folder.path, { platform: 'plan9_386' });

    await expect(fetched).rejects.toMatchObject({
      message: 'There is no Terraform for plan9_386 here',
      hint: expect.stringContaining('on PATH'),
    });
  });

  it('has a checksum for each machine that npm start supports', () => {
    const machines = [
      terraformPlatform('linux', 'x64'),
      terraformPlatform('linux', 'arm64'),
      terraformPlatform('darwin', 'x64'),
      terraformPlatform('darwin', 'arm64'),
    ];

    expect(Object.keys(PINNED_TERRAFORM.checksums).sort()).toEqual(
      machines.sort(),
    );
  });
});
