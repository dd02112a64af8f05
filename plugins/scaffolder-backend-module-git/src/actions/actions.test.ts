import {
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { readGitConfig, type GitConfig } from '../config/readGitConfig';
import { runGit } from '../git/runGit';
import { createDestinationAction } from './createDestinationAction';
import { createPublishGitAction } from './createPublishGitAction';
import { createPublishGitBranchAction } from './createPublishGitBranchAction';
import { createLockWorkspaceAction } from './createLockWorkspaceAction';
import { createReadAction } from './createReadAction';
import { createRenderSkeletonAction } from './createRenderSkeletonAction';

let folder: string;
let workspacePath: string;
let settings: GitConfig & { repositories: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'git-module-'));
  workspacePath = join(folder, 'workspace');
  await mkdir(join(workspacePath, 'files'), { recursive: true });
  await writeFile(join(workspacePath, 'files/README.md'), '# Flags\n');
  settings = {
    skeletons: join(folder, 'skeletons'),
    repositories: join(folder, 'repositories'),
  };
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function contextFor<I>(input: I) {
  return createMockActionContext({ input: input as any, workspacePath });
}

async function publish(name = 'flags') {
  const context = contextFor({ name, sourcePath: 'files' });
  await createPublishGitAction(settings).handler(context);
  return context;
}

describe('publish:git', () => {
  it('makes a repository that can be cloned', async () => {
    const context = await publish();

    const remote = join(settings.repositories, 'flags.git');
    await runGit(folder, ['clone', '-q', remote, 'clone']);
    expect(context.output).toHaveBeenCalledWith('remoteUrl', remote);
    expect(context.output).toHaveBeenCalledWith(
      'catalogInfoUrl',
      'plain-git://flags/catalog-info.yaml',
    );
    expect(await readFile(join(folder, 'clone/README.md'), 'utf8')).toBe(
      '# Flags\n',
    );
  });

  it('overwrites nothing', async () => {
    await publish();

    await expect(publish()).rejects.toThrow(
      'There is a repository "flags" already',
    );
  });

  it.each(['../flags', 'a/b', '-x', 'Flags', ''])(
    'refuses the name %j',
    async name => {
      await expect(publish(name)).rejects.toThrow(
        'is no name for a repository',
      );
    },
  );

  it('says what a server has to offer that does not take the push', async () => {
    settings.repositories = 'https://127.0.0.1:1/git';

    await expect(publish()).rejects.toThrow(
      'https://127.0.0.1:1/git/flags.git does not take the repository',
    );
  });
});

describe('publish:git:branch', () => {
  const branchOf = (input: object = {}) =>
    createPublishGitBranchAction(settings).handler(
      contextFor({
        name: 'flags',
        branch: 'add-billing',
        sourcePath: 'files',
        message: 'Add billing',
        ...input,
      }),
    );

  const replaceFiles = async (files: Record<string, string>) => {
    await rm(join(workspacePath, 'files'), { recursive: true });
    await mkdir(join(workspacePath, 'files'));
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(workspacePath, 'files', name), text);
    }
  };

  it('adds files on a branch and leaves main alone', async () => {
    await publish();
    await replaceFiles({ 'new.txt': 'new' });

    await branchOf();

    const remote = join(settings.repositories, 'flags.git');
    const files = (branch: string) =>
      runGit(remote, ['ls-tree', '--name-only', branch]);
    expect(await files('add-billing')).toBe('README.md\nnew.txt');
    expect(await files('main')).toBe('README.md');
  });

  it('changes no file that is there', async () => {
    await publish();

    await expect(branchOf()).rejects.toThrow(
      'has such a file already: README.md',
    );
  });

  it('leaves a branch alone that is there', async () => {
    await publish();
    await replaceFiles({ 'new.txt': 'new' });
    await branchOf();
    await replaceFiles({ 'other.txt': 'other' });

    await expect(branchOf()).rejects.toThrow(
      'The branch add-billing was not taken',
    );
  });

  it('says which repository is missing', async () => {
    await expect(branchOf()).rejects.toThrow(
      'There is no repository with a branch main at',
    );
  });
});

const github = { host: 'github.com', owner: 'acme' };

/** GitHub with these files at these addresses. */
function readerOf(files: Record<string, string>) {
  return mockServices.urlReader.mock({
    readUrl: async url => {
      if (!(url in files)) throw new NotFoundError(url);
      return { buffer: async () => Buffer.from(files[url]) };
    },
  });
}

describe('git:read', () => {
  const read = async (
    file: string,
    { name = 'flags', reader = readerOf({}) } = {},
  ) => {
    const context = contextFor({ name, file });
    await createReadAction({ ...settings, reader }).handler(context);
    return (context.output as jest.Mock).mock.calls;
  };

  it('reads JSON from a plain repository', async () => {
    await writeFile(
      join(workspacePath, 'files/platform.json'),
      '{"name": "flags"}',
    );
    await publish();

    expect(await read('platform.json')).toEqual([
      ['content', { name: 'flags' }],
    ]);
  });

  it('reads JSON from GitHub', async () => {
    settings.github = github;
    const reader = readerOf({
      'https://github.com/acme/flags/blob/main/platform.json': '{"a": 1}',
    });

    expect(await read('platform.json', { reader })).toEqual([
      ['content', { a: 1 }],
    ]);
  });

  it.each([
    ['a repository', 'nothing', 'platform.json'],
    ['a file', 'flags', 'nothing.json'],
    ['a file outside', 'flags', '../../../../etc/hostname'],
  ])('says that there is no such thing: %s', async (_what, name, file) => {
    await publish();

    await expect(read(file, { name })).rejects.toThrow(
      `There is no ${file} on the branch main of a repository "${name}"`,
    );
  });

  it('says the same of GitHub', async () => {
    settings.github = github;

    await expect(read('platform.json')).rejects.toThrow(
      'There is no platform.json on the branch main',
    );
  });

  it('refuses what is not JSON', async () => {
    await publish();

    await expect(read('README.md')).rejects.toThrow('is not JSON');
  });

  it('follows no link out of the repository', async () => {
    await symlink('/etc/hostname', join(workspacePath, 'files/link.json'));
    await publish();

    await expect(read('link.json')).rejects.toThrow('There is no link.json');
  });
});

describe('npm:workspace', () => {
  const LOCK_URL = 'https://github.com/acme/flags/blob/main/package-lock.json';
  const locked = (packages: object) =>
    readerOf({ [LOCK_URL]: JSON.stringify({ packages }) });

  const enter = async (reader = locked({ 'node_modules/zod': {} })) => {
    settings.github = github;
    await mkdir(join(workspacePath, 'files/services/billing'), {
      recursive: true,
    });
    await writeFile(
      join(workspacePath, 'files/services/billing/package.json'),
      JSON.stringify({
        name: '@togglemaster/billing-service',
        version: '0.1.0',
        dependencies: { zod: '^4.6.0' },
      }),
    );
    await createLockWorkspaceAction({ ...settings, reader }).handler(
      contextFor({
        name: 'flags',
        npmWorkspace: 'services/billing',
        sourcePath: 'files',
      }),
    );
    const file = join(workspacePath, 'files/package-lock.json');
    return JSON.parse(await readFile(file, 'utf8')).packages;
  };

  it("lays the repository's lock file beside the new files, with the workspace in it", async () => {
    expect(await enter()).toEqual({
      'node_modules/@togglemaster/billing-service': {
        resolved: 'services/billing',
        link: true,
      },
      'node_modules/zod': {},
      'services/billing': {
        name: '@togglemaster/billing-service',
        version: '0.1.0',
        dependencies: { zod: '^4.6.0' },
      },
    });
  });

  it('refuses a package that is there already', async () => {
    const reader = locked({ 'services/billing': {}, 'node_modules/zod': {} });

    await expect(enter(reader)).rejects.toThrow('already');
  });

  it('refuses a package whose dependency is not locked, by name', async () => {
    await expect(enter(locked({}))).rejects.toThrow('lacks zod');
  });
});

describe('skeleton:render', () => {
  const render = (skeleton: string) =>
    createRenderSkeletonAction({
      ...settings,
      reader: mockServices.urlReader.mock(),
      integrations: ScmIntegrations.fromConfig(mockServices.rootConfig()),
    }).handler(
      contextFor({ skeleton, targetPath: 'out', values: { name: 'flags' } }),
    );

  it('renders what ends in .njk and copies the rest as it is', async () => {
    await mkdir(join(settings.skeletons, 'one/node_modules'), {
      recursive: true,
    });
    await writeFile(
      join(settings.skeletons, 'one/a.txt.njk'),
      'name: ${{ values.name }}',
    );
    await writeFile(
      join(settings.skeletons, 'one/b.yml'),
      'token: ${{ secrets.X }}',
    );

    await render('one');

    const out = (name: string) =>
      readFile(join(workspacePath, 'out', name), 'utf8');
    expect(await out('a.txt')).toBe('name: flags');
    expect(await out('b.yml')).toBe('token: ${{ secrets.X }}');
    await expect(out('node_modules')).rejects.toThrow('ENOENT');
  });

  it('says that there is no such skeleton', async () => {
    await expect(render('nothing')).rejects.toThrow(
      'There is no skeleton "nothing"',
    );
  });

  it('stays within the folder of the skeletons', async () => {
    await expect(render('../workspace')).rejects.toThrow(
      'Relative path is not allowed',
    );
  });
});

describe('git:destination', () => {
  const destinationWith = async (data: object) => {
    const config = mockServices.rootConfig({ data: data as any });
    const context = contextFor({ name: 'flags' });
    await createDestinationAction(readGitConfig(config)).handler(context);
    return Object.fromEntries((context.output as jest.Mock).mock.calls);
  };
  const git = { github: { owner: 'acme' }, repositories: '/srv/git' };

  it('is GitHub with an owner and credentials', async () => {
    const destination = await destinationWith({
      integrations: { github: [{ host: 'github.com', token: 'test' }] },
      scaffolder: { git },
    });

    expect(destination).toEqual({
      kind: 'github',
      cloneUrl: 'https://github.com/acme/flags.git',
      repoUrl: 'github.com?owner=acme&repo=flags',
      fullName: 'acme/flags',
    });
  });

  it('is plain Git without credentials', async () => {
    const destination = await destinationWith({ scaffolder: { git } });

    expect(destination).toEqual({
      kind: 'git',
      cloneUrl: '/srv/git/flags.git',
    });
  });

  it('says what to set where there is neither', async () => {
    await expect(
      destinationWith({ scaffolder: { git: { github: { owner: 'acme' } } } }),
    ).rejects.toThrow(
      'whoever runs it sets scaffolder.git.github.owner with credentials under integrations.github, or scaffolder.git.repositories',
    );
  });

  it.each(['ext::sh -c true', 'file:///srv', 'http://git.example.com'])(
    'refuses the address %s',
    async repositories => {
      await expect(
        destinationWith({ scaffolder: { git: { repositories } } }),
      ).rejects.toThrow('must be a folder or an address that begins with');
    },
  );
});
