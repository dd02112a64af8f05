import { problemsOf } from '../../testing/problemsOf';

describe('paths', () => {
  it.each([
    ['/etc/passwd', 'is absolute'],
    ['C:/windows.tf', 'is absolute'],
    ['../main.tf', 'leaves the module'],
    ['a/../../main.tf', 'leaves the module'],
    ['a/..', 'leaves the module'],
    ['a\\..\\main.tf', 'backslash'],
    ['a\0.tf', 'control character'],
    ['a\n.tf', 'control character'],
    ['a//b.tf', 'empty or "." segment'],
    ['./a.tf', 'empty or "." segment'],
    ['a/', 'empty or "." segment'],
    ['MAIN.tf', 'Another file has the same path'],
    ['main.tf/x.tf', 'Another file has the same path'],
  ])('refuses the path %j', async (path, reason) => {
    const problems = await problemsOf({ 'main.tf': '', [path]: '' });

    expect(problems).toEqual([expect.stringContaining(reason)]);
  });

  it('refuses a file in the place of a folder', async () => {
    const problems = await problemsOf({ 'main.tf': '', 'a/b.txt': '', a: '' });

    expect(problems).toEqual([
      expect.stringContaining('Another file has the same path'),
    ]);
  });

  it('accepts names with two dots that are no way up', async () => {
    expect(await problemsOf({ 'main.tf': '', 'a..b/c...txt': '' })).toEqual([]);
  });
});
