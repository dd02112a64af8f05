import { MAX_BUNDLE_BYTES, MAX_BUNDLE_FILES } from './BundleLimits';
import { readFolder } from './readFolder';
import { useDirectory } from '../testing/useDirectory';

describe('readFolder', () => {
  const directory = useDirectory();

  const paths = async () =>
    (await readFolder(directory.path, 'skeleton')).map(({ path }) => path);

  it('reads all files of a module, sorted, also in folders', async () => {
    directory.setContent({
      'variables.tf': 'v',
      'main.tf': 'm',
      modules: { net: { 'main.tf': 'n' } },
      '.terraform.lock.hcl': 'l',
    });

    const files = await readFolder(directory.path, 'skeleton');

    expect(
      files.map(({ path, content }) => [path, content.toString()]),
    ).toEqual([
      ['.terraform.lock.hcl', 'l'],
      ['main.tf', 'm'],
      ['modules/net/main.tf', 'n'],
      ['variables.tf', 'v'],
    ]);
  });

  it('leaves out what is no part of a module', async () => {
    directory.setContent({
      'main.tf': 'm',
      'README.md': 'r',
      'terraform.tfstate': 'secret',
      'terraform.tfstate.backup': 'secret',
      '.terraform': { providers: { aws: 'p' } },
      '.git': { HEAD: 'h' },
      samples: { 'full.json': '{}' },
      docs: { 'index.txt': 'd' },
      modules: { net: { '.terraform': { x: 'x' }, docs: { 'a.tf': 'kept' } } },
    });

    expect(await paths()).toEqual(['main.tf', 'modules/net/docs/a.tf']);
  });

  it.each([
    ['a file', 'passwd', '/etc/passwd'],
    ['a folder', 'etc', '/etc'],
    ['a file of the module itself', 'alias.tf', './main.tf'],
    ['nothing', 'dangling.tf', './gone.tf'],
  ])('refuses a link to %s', async (_, name, target) => {
    directory.setContent({
      'main.tf': 'm',
      [name]: ctx => ctx.symlink(target),
    });

    await expect(paths()).rejects.toMatchObject({
      name: 'InputError',
      message: `skeleton: '${name}' is a link; a bundle takes plain files only`,
    });
  });

  it('refuses a link deep inside', async () => {
    directory.setContent({
      modules: { net: { 'main.tf': ctx => ctx.symlink('/etc/passwd') } },
    });

    await expect(paths()).rejects.toThrow(
      "skeleton: 'modules/net/main.tf' is a link",
    );
  });

  it('takes 5 MB, and not a byte more', async () => {
    directory.setContent({ 'a.bin': Buffer.alloc(MAX_BUNDLE_BYTES - 1) });
    directory.addContent({ 'b.bin': 'x' });
    expect(await paths()).toHaveLength(2);

    directory.addContent({ 'c.bin': 'x' });
    await expect(paths()).rejects.toThrow(
      'skeleton: the files are larger than 5 MB together',
    );
  });

  it('takes as many files as the portal does', async () => {
    const files = Array.from({ length: MAX_BUNDLE_FILES + 1 }, (_, index) => [
      `f${index}.tf`,
      '',
    ]);
    directory.setContent(Object.fromEntries(files));

    await expect(paths()).rejects.toThrow(
      'skeleton: there are more than 1000 files',
    );
  });
});
