import { problemsOf } from '../../testing/problemsOf';

describe('variables', () => {
  it('keeps the names of the platform free', async () => {
    const problems = await problemsOf({
      'main.tf': 'variable "a" {}\nvariable "terrastage_tags" {}',
      'modules/x/main.tf': 'variable "terrastage_own" {}',
    });

    expect(problems).toEqual([
      expect.stringMatching(/^main\.tf:2 The variable name "terrastage_tags"/),
    ]);
  });
});
