# One key for all states of the account: whoever may not use it can read no state, whatever a bucket's policy says.
resource "aws_kms_key" "state" {
  description             = "Terraform states of ${var.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid       = "ByIdentityPolicies"
          Effect    = "Allow"
          Principal = { AWS = "arn:${data.aws_partition.current.partition}:iam::${var.account}:root" }
          Action    = "kms:*"
          Resource  = "*"
        },
      ],
      [
        for arn in sort(var.reader_role_arns) : {
          Sid       = "Read${substr(sha256(arn), 0, 8)}"
          Effect    = "Allow"
          Principal = { AWS = arn }
          Action    = ["kms:Decrypt", "kms:DescribeKey"]
          Resource  = "*"
          Condition = { StringEquals = { "kms:ViaService" = "s3.${var.region}.amazonaws.com" } }
        }
      ],
    )
  })
}

resource "aws_kms_alias" "state" {
  name          = "alias/${var.name}-state"
  target_key_id = aws_kms_key.state.key_id
}
