import { problemsOf } from '../../testing/problemsOf';

describe('moduleSources', () => {
  it.each([
    'terraform-aws-modules/vpc/aws',
    'git::https://example.com/x.git',
    'github.com/a/b',
    'https://example.com/m.zip',
    's3::https://s3.amazonaws.com/b/m.zip',
    '/etc/module',
    './modules/a//sub',
    './${var.name}',
    '.\\\\modules\\\\a',
    'file:./modules/a',
  ])('refuses the source %s', async source => {
    const problems = await problemsOf({
      'main.tf': `locals {}\nmodule "x" {\n  source = "${source}"\n}`,
      'modules/a/main.tf': '',
    });

    expect(problems).toEqual([
      'main.tf:2 Module "x" must have a plain local source that begins with "./" or "../"',
    ]);
  });

  it('refuses a source outside the bundle or that is not there', async () => {
    const problems = await problemsOf({
      'main.tf':
        'module "a" {\n  source = "../x"\n}\nmodule "b" {\n  source = "./x"\n}\nmodule "c" {}',
      'modules/a/main.tf': 'module "deep" {\n  source = "../../../x"\n}',
    });

    expect(problems).toEqual([
      expect.stringContaining('"a" has a source outside the bundle'),
      expect.stringContaining('which is not in the bundle'),
      expect.stringContaining('"c" must have a plain local source'),
      expect.stringContaining('"deep" has a source outside the bundle'),
    ]);
  });

  it('accepts local modules, also of local modules', async () => {
    const problems = await problemsOf({
      'main.tf': 'module "a" {\n  source = "./modules/a/"\n}',
      'modules/a/main.tf': 'module "b" {\n  source = "../b"\n}',
      'modules/b/main.tf': '',
    });

    expect(problems).toEqual([]);
  });
});
