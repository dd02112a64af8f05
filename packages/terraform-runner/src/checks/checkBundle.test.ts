import { S3_MODULE_FILES } from '../testing/s3Module';
import { problemsOf } from '../testing/problemsOf';
import { checkBundle } from './checkBundle';
import { readModuleFacts } from './readModuleFacts';
import { parseModule } from './parseModule';

async function factsOf(texts: Record<string, string>) {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    content: Buffer.from(text),
  }));
  return readModuleFacts((await parseModule(files)).files);
}

describe('checkBundle', () => {
  it('finds nothing against a plain module', async () => {
    expect(await problemsOf(S3_MODULE_FILES)).toEqual([]);
  });

  it('ignores documentation and the manifest', async () => {
    const problems = await problemsOf({
      ...S3_MODULE_FILES,
      'README.md': 'data "external" "x" {}',
      'terrastage.yaml': 'name: x',
      'samples/one.json': '{}',
    });

    expect(problems).toEqual([]);
  });

  it('tells file and line of a syntax error', async () => {
    const problems = await problemsOf({
      'main.tf': 'locals {\n  a = \n}\n',
    });

    expect(problems).toEqual([
      expect.stringMatching(/^main\.tf:2 The file cannot be read: /),
    ]);
  });

  it('refuses JSON that is none', async () => {
    const problems = await problemsOf({ 'main.tf.json': '{"a"' });

    expect(problems).toEqual([
      expect.stringMatching(/^main\.tf\.json:\? The file cannot be read: /),
    ]);
  });

  it.each([
    '{"data": {"external": {"x": {}}}, "data": {}}',
    '{"data": {"external": {"x": {}}}, "dat\\u0061": {}}',
    '{"a": [{"b": 1, "c": {"}": "]"}, "b": 2}]}',
  ])('refuses JSON that has a key twice: %s', async text => {
    const problems = await problemsOf({ 'main.tf.json': text });

    expect(problems).toEqual([expect.stringContaining('stands there twice')]);
  });

  it('accepts the same key in different objects', async () => {
    const text = '{"locals": {"a": {"b": 1}, "c": [{"b": "x:"}, {"b": 2}]}}';

    expect(await problemsOf({ 'main.tf.json': text })).toEqual([]);
  });

  it('refuses bytes that are no text', async () => {
    const content = Buffer.from([0x23, 0xff, 0xfe]);

    const { problems } = await checkBundle([{ path: 'main.tf', content }], {
      allowedProviders: [],
    });

    expect(problems).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('cannot be read'),
      }),
    ]);
  });

  it('refuses a bundle without a module at its top', async () => {
    const problems = await problemsOf({ 'modules/a/main.tf': '' });

    expect(problems).toEqual([
      '.:? There is no Terraform file at the top of the bundle',
    ]);
  });

  it('tells all problems at once, paths first', async () => {
    const many = await problemsOf({
      'main.tf':
        'data "external" "a" {\n  program = []\n}\ndata "http" "b" {\n  url = ""\n}\n',
    });
    const misplaced = await problemsOf({
      'main.tf': 'data "external" "a" {}',
      '../x.tf': '',
    });

    expect(many.length).toBeGreaterThan(2);
    expect(misplaced).toEqual([
      '"../x.tf":? The path leaves the module by ".."',
    ]);
  });

  it('tells the variables of the root module and of no other', async () => {
    const facts = await factsOf({
      'main.tf':
        'variable "a" {}\nvariable "b" {\n  default = null\n  sensitive = true\n}\n',
      'more.tf.json':
        '{"variable": [{"c": {"default": 1, "sensitive": false}}]}',
      'modules/x/main.tf': 'variable "inside" {}',
    });

    expect([...facts.variables]).toEqual([
      ['a', { file: 'main.tf', required: true, sensitive: false }],
      ['b', { file: 'main.tf', required: false, sensitive: true }],
      ['c', { file: 'more.tf.json', required: false, sensitive: false }],
    ]);
  });

  it('tells how the root module configures the AWS provider', async () => {
    const own = await factsOf({
      'main.tf':
        'provider "aws" {\n  region = "x"\n}\nprovider "aws" {\n  alias = "east"\n}\n',
    });
    const renamed = await factsOf({
      'main.tf':
        'terraform {\n  required_providers {\n    amazon = {\n      source = "hashicorp/aws"\n    }\n  }\n}\n',
    });
    const inside = await factsOf({
      'main.tf': '',
      'modules/x/main.tf': 'resource "aws_s3_bucket" "a" {}',
    });
    const none = await factsOf({ 'main.tf': 'locals {}' });

    expect(own.aws).toEqual({
      localName: 'aws',
      hasDefault: true,
      aliases: ['east'],
    });
    expect(renamed.aws?.localName).toBe('amazon');
    expect(inside.aws).toEqual({
      localName: 'aws',
      hasDefault: false,
      aliases: [],
    });
    expect(none.aws).toBeUndefined();
  });

  it('gives no facts about a module that it refuses', async () => {
    const checked = await checkBundle([], { allowedProviders: [] });

    expect(checked).not.toHaveProperty('facts');
  });
});
