import { HeadBucketCommand } from '@aws-sdk/client-s3';
import { RunnerWorld } from '../testing/__testUtils__/RunnerWorld';
import { aJob } from '../testing/aJob';
import { bundleOf } from '../testing/bundleOf';

jest.setTimeout(180_000);

describe('the values of a run', () => {
  let world: RunnerWorld;
  beforeAll(async () => {
    world = await RunnerWorld.start();
  });
  afterAll(() => world.stop());

  it('lets no secret out, whatever it is made into', async () => {
    const secret = 'hunter2 & söhne/+x';
    const bundle = bundleOf({
      'main.tf': `
variable "name" { type = string }
variable "secret" {
  type      = string
  sensitive = true
}
resource "aws_ssm_parameter" "this" {
  name  = "/\${var.name}/\${nonsensitive(urlencode(var.secret))}"
  type  = "String"
  value = var.secret
}
resource "aws_s3_bucket" "this" {
  bucket = var.name
  tags   = { encoded = nonsensitive(base64encode("user:\${var.secret}")) }
}
output "secret" {
  value     = "is \${var.secret}"
  sensitive = true
}
output "plain" {
  value = nonsensitive(var.secret)
}
`,
    });
    const name = world.newName();

    const run = await world.run(
      {
        runId: name,
        bundle: aJob(bundle).bundle,
        variables: { name, secret },
        review: 'full',
      },
      { bundle },
    );
    const result = await run.end();

    const told = JSON.stringify([run.portal.events, run.portal.plans, result]);
    expect(result).toMatchObject({
      outcome: 'applied',
      outputs: {
        secret: { sensitive: true },
        plain: { sensitive: false, value: '(sensitive)' },
      },
    });
    expect(told).not.toContain('hunter2');
    expect(told).not.toContain(
      Buffer.from(`user:${secret}`).toString('base64').slice(8, 20),
    );
    expect(told).toContain('(sensitive)');
  });

  it('keeps templates in values literal', async () => {
    const bundle = bundleOf({
      'main.tf':
        'variable "text" {\n  type = string\n}\nresource "terraform_data" "x" {\n  input = var.text\n}\noutput "text" {\n  value = terraform_data.x.output\n}\n',
    });
    const text = '${file("/etc/passwd")} %{ if true }x%{ endif } $(id) `id`';

    const run = await world.run(
      { bundle: aJob(bundle).bundle, variables: { text } },
      { bundle },
    );

    expect(await run.end()).toMatchObject({
      outcome: 'applied',
      outputs: { text: { value: text } },
    });
  });

  it('tags what a module makes in another region, too', async () => {
    const bundle = bundleOf({
      'main.tf': `
variable "name" { type = string }
provider "aws" {
  region = "ap-south-1"
}
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
resource "aws_s3_bucket" "here" {
  bucket = "\${var.name}-here"
}
resource "aws_s3_bucket" "west" {
  provider = aws.west
  bucket   = "\${var.name}-west"
}
output "tags" {
  value = [aws_s3_bucket.here.tags_all, aws_s3_bucket.west.tags_all]
}
output "regions" {
  value = [aws_s3_bucket.here.region, aws_s3_bucket.west.region]
}
`,
    });
    const name = world.newName();

    const run = await world.run(
      { runId: name, bundle: aJob(bundle).bundle, variables: { name } },
      { bundle },
    );

    expect(await run.end()).toMatchObject({
      outcome: 'applied',
      outputs: {
        tags: { value: [run.job.tags, run.job.tags] },
        regions: { value: ['us-east-1', 'us-west-2'] },
      },
    });
    await world.s3().send(new HeadBucketCommand({ Bucket: `${name}-here` }));
  });
});
