import { problemsOf } from '../../testing/problemsOf';

describe('terraformSettings', () => {
  it.each([
    ['backend', 'backend "s3" {}'],
    ['backend', 'backend "local" {\n path = "/tmp/x"\n}'],
    ['cloud', 'cloud {\n organization = "x"\n}'],
    ['experiments', 'experiments = [x]'],
    ['encryption', 'encryption {}'],
  ])('refuses %s', async (setting, text) => {
    const problems = await problemsOf({
      'main.tf': `terraform {\n  ${text}\n}\n`,
    });

    expect(problems).toEqual([
      expect.stringMatching(
        new RegExp(`^main\\.tf:2 A module must not set "${setting}"`),
      ),
    ]);
  });

  it('refuses a backend in JSON and inside a module of the module', async () => {
    const problems = await problemsOf({
      'main.tf.json': '{"terraform": [{"backend": {"local": {}}}]}',
      'modules/a/main.tf': 'terraform {\n  backend "local" {}\n}',
    });

    expect(problems).toHaveLength(2);
  });
});
