import { readFile, readdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { aJob } from '../testing/aJob';
import { bundleOf } from '../testing/bundleOf';
import { TempFolder, tempFolder } from '../testing/tempFolder';
import { writeWorkspace } from './writeWorkspace';

const bundle = bundleOf({ 'main.tf': '# main', 'modules/a/x.tf': '# x' });
const files = bundle.files.map(({ path, content }) => ({
  path,
  content: Buffer.from(content, 'base64'),
}));
const facts = {
  variables: new Map(),
  aws: { localName: 'aws', hasDefault: false, aliases: [] },
};
const hostile = '${file("/etc/passwd")} %{ if true } "\n<<EOT';

describe('writeWorkspace', () => {
  let folder: TempFolder;
  let workspace: string;
  beforeEach(async () => {
    folder = await tempFolder();
    workspace = join(folder.path, 'workspace');
  });
  afterEach(() => folder.remove());

  const json = async (name: string) =>
    JSON.parse(await readFile(join(workspace, name), 'utf8'));

  it("lays down the bundle's files and its own", async () => {
    const job = aJob(bundle);

    await writeWorkspace(workspace, { files, facts, job });

    expect((await readdir(workspace)).sort()).toEqual([
      'backend.tf.json',
      'main.tf',
      'modules',
      'terraform.tfvars.json',
      'terrastage.tf.json',
    ]);
    expect(await readFile(join(workspace, 'modules/a/x.tf'), 'utf8')).toBe(
      '# x',
    );
    expect((await stat(join(workspace, 'main.tf'))).mode & 0o777).toBe(0o600);
  });

  it('writes values into terraform.tfvars.json and nowhere else', async () => {
    const job = aJob(bundle, {
      variables: { name: hostile },
      tags: { Name: hostile },
    });

    await writeWorkspace(workspace, { files, facts, job });

    expect(await json('terraform.tfvars.json')).toEqual({
      name: hostile,
      terrastage_region: 'us-east-1',
      terrastage_tags: { Name: hostile },
    });
    const others = ['backend.tf.json', 'terrastage.tf.json'];
    const texts = await Promise.all(
      others.map(name => readFile(join(workspace, name), 'utf8')),
    );
    expect(texts.join()).not.toContain('passwd');
  });

  it('sets the backend from the job, encrypted where there is a key', async () => {
    const { state } = aJob(bundle);
    const job = aJob(bundle, { state: { ...state, kmsKeyId: 'arn:key' } });

    await writeWorkspace(workspace, { files, facts, job });

    expect(await json('backend.tf.json')).toEqual({
      terraform: {
        backend: {
          s3: {
            bucket: 'states',
            key: 'test/run-1/terraform.tfstate',
            region: 'us-east-1',
            use_lockfile: true,
            encrypt: true,
            kms_key_id: 'arn:key',
          },
        },
      },
    });
  });

  it('escapes what would be evaluated in a state key', async () => {
    const { state } = aJob(bundle);
    const job = aJob(bundle, { state: { ...state, key: '${x}/%{y}' } });

    await writeWorkspace(workspace, { files, facts, job });

    expect(await json('backend.tf.json')).toMatchObject({
      terraform: { backend: { s3: { key: '$${x}/%%{y}' } } },
    });
  });

  it('writes into no folder that is there already, link or not', async () => {
    await symlink('/tmp', workspace);

    await expect(
      writeWorkspace(workspace, { files, facts, job: aJob(bundle) }),
    ).rejects.toMatchObject({ code: 'EEXIST' });
  });
});
