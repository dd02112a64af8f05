import { problemsOf } from '../../testing/problemsOf';

describe('localFileAttributes', () => {
  it.each([
    ['aws_s3_object', 'source = "/etc/passwd"'],
    ['aws_s3_object', 'source = var.path'],
    ['aws_s3_bucket_object', 'source = "../x"'],
    ['aws_lambda_function', 'filename = "${var.path}.zip"'],
    ['aws_lambda_layer_version', 'filename = pathexpand("~/x")'],
    ['aws_synthetics_canary', 'zip_file = "${path.cwd}/x"'],
  ])('refuses %s with %s', async (type, text) => {
    const problems = await problemsOf({
      'main.tf': `resource "${type}" "x" {\n  ${text}\n}`,
    });

    expect(problems).toEqual([
      expect.stringMatching(
        new RegExp(`^main\\.tf:1 ${type}\\.x may take its `),
      ),
    ]);
  });

  it('accepts a file of the module', async () => {
    const problems = await problemsOf({
      'main.tf':
        'resource "aws_lambda_function" "x" {\n  filename = "${path.module}/build/x.zip"\n}\nresource "aws_s3_object" "y" {\n  content = "x"\n}',
    });

    expect(problems).toEqual([]);
  });
});
