import { problemsOf } from '../../testing/problemsOf';

describe('provisioners', () => {
  it.each([
    ['local-exec', 'provisioner "local-exec" {\n    command = "id"\n  }'],
    ['remote-exec', 'provisioner "remote-exec" {}'],
    [
      'at destroy',
      'provisioner "local-exec" {\n    when = destroy\n    command = "id"\n  }',
    ],
  ])('refuses %s', async (_, text) => {
    const problems = await problemsOf({
      'main.tf': `resource "aws_s3_bucket" "x" {\n  ${text}\n}`,
    });

    expect(problems).toEqual([
      'main.tf:2 aws_s3_bucket.x has a "provisioner" block: modules must not run programs',
    ]);
  });

  it('refuses one in a built-in resource, in JSON and in a removed block', async () => {
    const problems = await problemsOf({
      'a.tf':
        'resource "terraform_data" "x" {\n  provisioner "local-exec" {\n    command = "id"\n  }\n}',
      'b.tf.json':
        '{"resource": {"aws_s3_bucket": {"y": [{"provisioner": [{"local-exec": {"command": "id"}}]}]}}}',
      'c.tf':
        'removed {\n  from = aws_s3_bucket.z\n  provisioner "local-exec" {\n    when    = destroy\n    command = "id"\n  }\n}',
    });

    expect(problems).toEqual([
      expect.stringMatching(/^a\.tf:2 terraform_data\.x/),
      expect.stringMatching(/^b\.tf\.json:1 aws_s3_bucket\.y/),
      expect.stringMatching(/^c\.tf:3 A removed block/),
    ]);
  });

  it('refuses a connection', async () => {
    const problems = await problemsOf({
      'main.tf':
        'resource "aws_instance" "x" {\n  connection {\n    host = "h"\n  }\n}',
    });

    expect(problems).toEqual([expect.stringContaining('"connection"')]);
  });
});
