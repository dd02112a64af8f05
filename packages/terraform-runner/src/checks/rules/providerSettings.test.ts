import { problemsOf } from '../../testing/problemsOf';

describe('providerSettings', () => {
  it.each([
    'default_tags {\n    tags = {}\n  }',
    'access_key = "AKIA"',
    'secret_key = "x"',
    'token = "x"',
    'profile = "other"',
    'shared_config_files = ["/x"]',
    'shared_credentials_files = ["/x"]',
    'assume_role {\n    role_arn = "x"\n  }',
    'assume_role_with_web_identity {\n    role_arn = "x"\n  }',
    'endpoints {\n    s3 = "http://evil"\n  }',
    'custom_ca_bundle = "/x"',
  ])('refuses %s', async text => {
    const setting = /^\w+/.exec(text)![0];

    const problems = await problemsOf({
      'main.tf': `provider "aws" {\n  ${text}\n}`,
    });

    expect(problems).toEqual([
      expect.stringMatching(
        new RegExp(`^main\\.tf:2 A module must not set "${setting}"`),
      ),
    ]);
  });

  it('refuses them of an alias, under another local name and in JSON', async () => {
    const alias = await problemsOf({
      'main.tf':
        'provider "aws" {\n  alias = "x"\n  default_tags {\n    tags = {}\n  }\n}',
    });
    const renamed = await problemsOf({
      'main.tf':
        'terraform {\n  required_providers {\n    amazon = {\n      source = "hashicorp/aws"\n    }\n  }\n}\nprovider "amazon" {\n  profile = "x"\n}',
    });
    const json = await problemsOf({
      'main.tf.json':
        '{"provider": {"aws": [{"alias": "a"}, {"profile": "x"}]}}',
    });

    expect([alias, renamed, json].map(problems => problems.length)).toEqual([
      1, 1, 1,
    ]);
  });

  it('refuses an alias that is computed', async () => {
    const problems = await problemsOf({
      'main.tf.json': '{"provider": {"aws": {"alias": "${var.x}"}}}',
    });

    expect(problems).toEqual([expect.stringContaining('must be a plain name')]);
  });

  it('refuses provider blocks in modules of the module', async () => {
    const problems = await problemsOf({
      'main.tf': '',
      'modules/a/main.tf': 'provider "aws" {}',
    });

    expect(problems).toEqual([
      expect.stringMatching(
        /^modules\/a\/main\.tf:1 Only the root module may configure a provider/,
      ),
    ]);
  });

  it('accepts a region and aliases', async () => {
    const problems = await problemsOf({
      'main.tf':
        'provider "aws" {\n  region = var.region\n}\nprovider "aws" {\n  alias  = "us_east_1"\n  region = "us-east-1"\n}',
    });

    expect(problems).toEqual([]);
  });
});
