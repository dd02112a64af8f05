import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../system/runProgram';
import { tempDir, type TempDir } from '../system/tempDir';
import { cloneOf } from './__testUtils__/cloneOf';
import { expectedFiles } from './__testUtils__/expectedFiles';
import { leftOvers } from './__testUtils__/leftOvers';
import {
  startScaffolder,
  type Scaffolder,
} from './__testUtils__/startScaffolder';

jest.setTimeout(180_000);

const base = {
  owner: 'group:default/payments',
  region: 'us-east-1',
  domain: 'shop.example.com',
  registry: '123456789012.dkr.ecr.us-east-1.amazonaws.com',
  provision: false,
};
const matrix = [
  { ...base, name: 'flags', environments: ['dev'] },
  { ...base, name: 'shop-flags', environments: ['dev', 'staging', 'prod'] },
  {
    ...base,
    name: 'a1b',
    environments: ['prod'],
    region: 'sa-east-1',
    domain: 'a.io',
    registry: '000000000001.dkr.ecr.sa-east-1.amazonaws.com',
    owner: 'user:default/ana',
  },
];

const RENDERED =
  /(^|\/)catalog-info\.yaml$|^README\.md$|^platform\.json$|^gitops\/environments\/|^terraform\/environments\//;

let folder: TempDir;
let scaffolder: Scaffolder;

beforeAll(async () => {
  folder = await tempDir('terrastage-togglemaster-');
  scaffolder = await startScaffolder(join(folder.path, 'repositories'));
});

afterAll(async () => {
  await scaffolder?.stop();
  await folder?.remove();
});

describe.each(matrix)('the platform $name in $environments', parameters => {
  let files: string[];
  let root: string;

  beforeAll(async () => {
    await scaffolder.submit('platform', parameters);
    root = join(folder.path, `clone-${parameters.name}`);
    files = await cloneOf(
      join(folder.path, 'repositories', `${parameters.name}.git`),
      root,
    );
  });

  const rendered = async () =>
    Promise.all(
      files
        .filter(file => RENDERED.test(file))
        .map(async file => ({
          file,
          text: await readFile(join(root, file), 'utf8'),
        })),
    );

  it('has the files of the list and no other', async () => {
    expect(files).toEqual(await expectedFiles(parameters.environments));
  });

  it('has no placeholder and no empty value left', async () => {
    const left = (await rendered()).flatMap(({ file, text }) =>
      leftOvers(text).map(line => `${file}: ${line}`),
    );

    expect(left).toEqual([]);
  });

  it('names itself in every rendered file', async () => {
    const texts = await rendered();
    const names = texts
      .filter(({ text }) => !text.includes(parameters.name))
      .map(({ file }) => file);

    expect(names).toEqual([]);
  });

  it('keeps scripts executable', async () => {
    const { stdout } = await runProgram(
      'git',
      [
        'ls-files',
        '-s',
        'scripts/gitops-manager.sh',
        'gitops/argocd/install.sh',
      ],
      { cwd: root },
    );

    expect(stdout.match(/^100755/gm)).toHaveLength(2);
  });

  it('says what is what in the catalog', async () => {
    const entities = await readFile(join(root, 'catalog-info.yaml'), 'utf8');

    expect(entities).toContain(`owner: ${parameters.owner}`);
    expect(scaffolder.registered).toContain(
      `plain-git://${parameters.name}/catalog-info.yaml`,
    );
    expect(await readdir(join(root, 'gitops/environments'))).toEqual(
      [...parameters.environments].sort(),
    );
  });
});

it('does not overwrite a repository that is there', async () => {
  const again = scaffolder.submit('platform', matrix[0]);

  await expect(again).rejects.toThrow('There is a repository "flags" already');
});
