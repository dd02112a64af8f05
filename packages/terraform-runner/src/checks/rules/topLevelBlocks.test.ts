import { problemsOf } from '../../testing/problemsOf';

describe('topLevelBlocks', () => {
  it('accepts every block type that modules need', async () => {
    const problems = await problemsOf({
      'main.tf': `
        variable "a" {}
        locals {}
        output "a" { value = var.a }
        check "c" {
          assert {
            condition     = true
            error_message = "x"
          }
        }
        moved {
          from = aws_s3_bucket.a
          to   = aws_s3_bucket.b
        }
        removed {
          from = aws_s3_bucket.c
          lifecycle { destroy = false }
        }
        import {
          to = aws_s3_bucket.b
          id = "b"
        }
        resource "aws_s3_bucket" "b" {}
        resource "terraform_data" "c" {}
        ephemeral "aws_secretsmanager_random_password" "d" {}
      `,
      'more.tf.json': '{"//": "a comment", "locals": {}}',
    });

    expect(problems).toEqual([]);
  });

  it.each([
    ['main.tf', 'locals {}\naction "aws_lambda_invoke" "x" {}'],
    [
      'main.tf.json',
      '{"locals": {},\n"action": {"aws_lambda_invoke": {"x": {}}}}',
    ],
  ])('refuses a type that is not known, in %s', async (path, text) => {
    expect(await problemsOf({ [path]: text })).toEqual([
      `${path}:2 Blocks of the type "action" are not allowed`,
    ]);
  });
});
