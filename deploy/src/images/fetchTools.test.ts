import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  fileServer,
  tempDir,
  zipOf,
  type FileServer,
  type TempDir,
} from '@terrastage/local/testing';
import { PINNED_TERRAFORM } from '@terrastage/local/tools';
import { deployPath } from '../deployPath';
import { fetchTools } from './fetchTools';
import { readSums } from './readSums';

const FOLDER = 'registry.terraform.io/hashicorp/aws/5.100.0/linux_amd64';
const PROVIDER = `${FOLDER}/terraform-provider-aws_v5.100.0_x5`;
/** A Terraform whose `init` fills the plugin cache that its CLI configuration names. */
const TERRAFORM = Buffer.from(`#!/bin/sh
cache=$(sed -n 's/plugin_cache_dir = "\\(.*\\)"/\\1/p' "$TF_CLI_CONFIG_FILE")
mkdir -p "$cache/${FOLDER}"
printf provider > "$cache/${PROVIDER}"
`);

const sha256 = (content: Buffer | string) =>
  createHash('sha256').update(content).digest('hex');

describe('fetchTools', () => {
  const zip = zipOf('terraform', TERRAFORM);
  const terraformSum = `${sha256(zip)}  terraform_1.11.4_linux_amd64.zip`;
  const providerSum = `${sha256('provider')}  ${PROVIDER}`;
  let server: FileServer;
  let folder: TempDir;
  let said: string[];

  beforeAll(async () => {
    server = await fileServer({
      '/1.11.4/terraform_1.11.4_linux_amd64.zip': zip,
    });
  });

  beforeEach(async () => {
    folder = await tempDir('terrastage-tools-');
    said = [];
  });

  afterEach(async () => {
    await folder.remove();
  });

  afterAll(async () => {
    await server.stop();
  });

  function fetch(...sums: string[]) {
    return fetchTools({
      target: join(folder.path, 'tools'),
      work: join(folder.path, 'work'),
      say: line => said.push(line),
      platform: 'linux_amd64',
      sums: sums.map(line => `${line}\n`).join(''),
      baseUrl: server.url,
    });
  }

  it('brings Terraform and a mirror of the provider', async () => {
    await fetch(terraformSum, providerSum);

    const terraform = join(folder.path, 'tools/terraform');
    expect(await readFile(terraform)).toEqual(TERRAFORM);
    expect((await stat(terraform)).mode % 0o1000).toBe(0o755);
    expect(
      await readFile(join(folder.path, 'tools/providers', PROVIDER), 'utf8'),
    ).toBe('provider');
    expect(said).toContain(
      'The AWS provider has the checksums of this repository',
    );
  });

  it('says so where only the signature was verified', async () => {
    await fetch(terraformSum);

    expect(said).toContain(
      "The AWS provider has HashiCorp's signature; there is no checksum for linux_amd64 here",
    );
  });

  it.each([
    [
      'another Terraform',
      [terraformSum.replace(/^.{64}/, '0'.repeat(64)), providerSum],
      'is wrong',
    ],
    [
      'no checksum of Terraform',
      [providerSum],
      'There is no Terraform for linux_amd64',
    ],
    [
      'another provider',
      [terraformSum, providerSum.replace(/^.{64}/, '0'.repeat(64))],
      'is not what was tested',
    ],
    [
      'a provider that lacks a file',
      [terraformSum, `${sha256('')}  ${FOLDER}/LICENSE.txt`],
      `The mirror has no ${FOLDER}/LICENSE.txt`,
    ],
    [
      'a line that is none',
      [terraformSum, '# a remark'],
      'has a line that is none: # a remark',
    ],
  ])('refuses %s', async (_what, sums, message) => {
    await expect(fetch(...sums)).rejects.toThrow(message);
  });
});

describe('SHA256SUMS', () => {
  it('has the checksums by which npm start takes Terraform', async () => {
    const sums = readSums(
      await readFile(deployPath('images/runner/SHA256SUMS'), 'utf8'),
    );

    expect(
      ['linux_amd64', 'linux_arm64'].map(platform =>
        sums.get(`terraform_1.11.4_${platform}.zip`),
      ),
    ).toEqual([
      PINNED_TERRAFORM.checksums.linux_amd64,
      PINNED_TERRAFORM.checksums.linux_arm64,
    ]);
  });
});
