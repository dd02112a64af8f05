import { problemsOf } from '../../testing/problemsOf';

const ALL = ['hashicorp/aws', 'hashicorp/external', 'hashicorp/http'];

describe('dataSources', () => {
  it.each(['external', 'http', 'terraform_remote_state'])(
    'refuses %s, even where its provider is allowed',
    async type => {
      const problems = await problemsOf(
        { 'main.tf': `locals {}\ndata "${type}" "x" {}` },
        ALL,
      );

      expect(problems).toEqual([
        expect.stringMatching(
          new RegExp(`^main\\.tf:2 Data source "${type}" is not allowed`),
        ),
      ]);
    },
  );

  it('finds one inside a check', async () => {
    const problems = await problemsOf(
      { 'main.tf': 'check "up" {\n  data "http" "x" {\n    url = ""\n  }\n}' },
      ALL,
    );

    expect(problems).toEqual([expect.stringContaining('main.tf:2')]);
  });

  it.each([
    '{"data": {"external": {"x": {"program": []}}}}',
    '{"data": [{"external": [{"x": {"program": []}}]}]}',
    '[{"data": {"external": {"x": [{}]}}}]',
    '{"check": {"c": [{"data": {"external": {"x": {}}}}]}}',
  ])('finds one in %s', async text => {
    const problems = await problemsOf({ 'main.tf.json': text }, ALL);

    expect(problems).toEqual([
      expect.stringContaining('"external" is not allowed'),
    ]);
  });

  it('finds one in a module of the module', async () => {
    const problems = await problemsOf(
      { 'main.tf': '', 'modules/a/b/main.tf': 'data "external" "x" {}' },
      ALL,
    );

    expect(problems).toEqual([
      expect.stringContaining('modules/a/b/main.tf:1'),
    ]);
  });
});
