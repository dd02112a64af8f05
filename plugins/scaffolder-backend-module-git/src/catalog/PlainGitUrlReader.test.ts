import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Repository } from '../testing/Repository';
import { PlainGitUrlReader } from './PlainGitUrlReader';

let folder: string;
let repository: Repository;
let commit: string;
let reader: PlainGitUrlReader;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plain-git-'));
  const repositories = join(folder, 'repositories');
  repository = await Repository.make(repositories, 'flags');
  await writeFile(join(folder, 'secret.yaml'), 'secret');
  await repository.link('link.yaml', join(folder, 'secret.yaml'));
  commit = await repository.push({
    'catalog-info.yaml': 'platform',
    'services/auth/catalog-info.yaml': 'auth',
    'services/ação/catalog-info.yaml': 'ação',
    'services/auth/deep/catalog-info.yaml': 'deep',
  });
  reader = new PlainGitUrlReader({ repositories });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('readUrl', () => {
  const read = async (url: string, etag?: string) => {
    const answer = await reader.readUrl(url, { etag });
    return { text: String(await answer.buffer()), etag: answer.etag };
  };

  it('reads a file of the branch main, with the commit as its etag', async () => {
    const file = await read(
      'plain-git://flags/services/auth/catalog-info.yaml',
    );

    expect(file).toEqual({ text: 'auth', etag: commit });
  });

  it('reads a name that an address has to encode', async () => {
    const url = String(
      new URL('./ação/catalog-info.yaml', 'plain-git://flags/services/x.yaml'),
    );

    expect(await read(url)).toMatchObject({ text: 'ação' });
  });

  it('says that nothing changed since the commit', async () => {
    await expect(
      read('plain-git://flags/catalog-info.yaml', commit),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('reads again what has another commit', async () => {
    const file = await read(
      'plain-git://flags/catalog-info.yaml',
      'a'.repeat(40),
    );

    expect(file).toEqual({ text: 'platform', etag: commit });
  });

  it.each([
    ['a file', 'plain-git://flags/nothing.yaml'],
    ['a folder', 'plain-git://flags/services'],
    ['the root', 'plain-git://flags/'],
    ['a pattern', 'plain-git://flags/services/*/catalog-info.yaml'],
    ['a repository', 'plain-git://nothing/catalog-info.yaml'],
    ['a path that leads out', 'plain-git://flags/..%2f..%2fsecret.yaml'],
    ['a path from the root', 'plain-git://flags/%2fetc%2fhostname'],
    ['a link that leads out', 'plain-git://flags/link.yaml'],
    ["Git's own files", 'plain-git://flags/.git/config'],
  ])('finds no %s that is not a file there', async (_what, url) => {
    await expect(read(url)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('on the branch main of a repository'),
    });
  });

  it('says that a repository is missing that had the etag', async () => {
    await expect(
      read('plain-git://nothing/catalog-info.yaml', commit),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it.each([
    'plain-git://git.example.com/flags/catalog-info.yaml',
    'plain-git://flags:80/catalog-info.yaml',
    'plain-git://..%2fflags/catalog-info.yaml',
    'plain-git://--upload-pack=x/catalog-info.yaml',
    'plain-git:///etc/hostname',
    'plain-git:flags/catalog-info.yaml',
  ])('refuses %s, which names no repository', async url => {
    await expect(read(url)).rejects.toThrow('is no name for a repository');
  });

  it('refuses an address that is broken', async () => {
    await expect(read('plain-git://flags/%zz')).rejects.toThrow(
      'plain-git://flags/%zz is no address',
    );
  });
});

describe('search', () => {
  const search = async (url: string, etag?: string) => {
    const { files } = await reader.search(url, { etag });
    return files.map(file => file.url);
  };

  it('finds the files of a pattern, one folder deep for one star', async () => {
    const urls = await search('plain-git://flags/services/*/catalog-info.yaml');

    expect(urls.sort()).toEqual([
      'plain-git://flags/services/a%C3%A7%C3%A3o/catalog-info.yaml',
      'plain-git://flags/services/auth/catalog-info.yaml',
    ]);
  });

  it('finds one file, and none where there is none', async () => {
    const url = 'plain-git://flags/catalog-info.yaml';

    expect(await search(url)).toEqual([url]);
    expect(await search('plain-git://flags/services')).toEqual([]);
  });

  it('says that nothing changed since the commit', async () => {
    await expect(
      search('plain-git://flags/services/*/catalog-info.yaml', commit),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it.each([
    ['leads out', 'plain-git://flags/..%2f*'],
    ['has a link that leads out', 'plain-git://flags/li*.yaml'],
  ])('reads nothing of a pattern that %s', async (_what, url) => {
    await expect(search(url)).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});

it('reads no trees', async () => {
  await expect(reader.readTree('plain-git://flags/')).rejects.toMatchObject({
    name: 'NotImplementedError',
  });
});
