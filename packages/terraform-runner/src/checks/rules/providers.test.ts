import { problemsOf } from '../../testing/problemsOf';

const REFUSED = 'which is not on the list of allowed ones';

describe('providers', () => {
  it.each([
    ['by its resource type', 'resource "random_id" "x" {}'],
    ['by its data source', 'data "vault_generic_secret" "x" {\n path = ""\n}'],
    ['by an ephemeral resource', 'ephemeral "random_password" "x" {}'],
    ['by a provider block', 'provider "kubernetes" {}'],
    [
      'by a data source in a check',
      'check "x" {\n  data "tls_certificate" "y" {}\n}',
    ],
    [
      'by the provider argument',
      'resource "aws_s3_bucket" "x" {\n  provider = evil.other\n}',
    ],
  ])('refuses a foreign one %s', async (_, text) => {
    expect(await problemsOf({ 'main.tf': text })).toEqual([
      expect.stringContaining(REFUSED),
    ]);
  });

  it.each([
    ['evil/aws'],
    ['registry.example.com/hashicorp/aws'],
    ['hashicorp/external'],
  ])('refuses the local name aws bound to %s', async source => {
    const problems = await problemsOf({
      'main.tf': `
terraform {
  required_providers {
    aws = { source = "${source}" }
  }
}
resource "aws_s3_bucket" "x" {}
`,
    });

    expect(problems[0]).toMatch(/^main\.tf:4 required_providers entry "aws"/);
    expect(problems[1]).toMatch(/^main\.tf:7 aws_s3_bucket\.x needs/);
  });

  it('refuses one that is required and not used', async () => {
    const problems = await problemsOf({
      'main.tf.json':
        '{"terraform": {"required_providers": [{"x": {"source": "a/x"}}]}}',
    });

    expect(problems).toEqual([
      expect.stringContaining('registry.terraform.io/a/x'),
    ]);
  });

  it('looks into every folder, each with its own local names', async () => {
    const problems = await problemsOf({
      'main.tf': '',
      'modules/a/main.tf':
        'terraform {\n  required_providers {\n    cloud = {\n source = "hashicorp/aws"\n }\n  }\n}\nresource "cloud_x" "y" {}',
      'modules/b/main.tf': 'resource "cloud_x" "y" {}',
    });

    expect(problems).toEqual([
      expect.stringMatching(/^modules\/b\/main\.tf:1 cloud_x\.y needs/),
    ]);
  });

  it('takes the source for the same in any writing', async () => {
    const problems = await problemsOf({
      'main.tf':
        'terraform {\n  required_providers {\n    aws = {\n source = "HashiCorp/AWS"\n }\n  }\n}',
    });

    expect(problems).toEqual([]);
  });

  it('accepts the built-in terraform_data', async () => {
    expect(
      await problemsOf({ 'main.tf': 'resource "terraform_data" "x" {}' }, []),
    ).toEqual([]);
  });
});
