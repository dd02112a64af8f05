data "aws_iam_policy_document" "state" {
  for_each = local.buckets

  statement {
    sid       = "DenyWithoutTls"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.state[each.key].arn, "${aws_s3_bucket.state[each.key].arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }

  # Who asks for no encryption gets the bucket's own, which is this key.
  statement {
    sid       = "DenyOtherEncryption"
    effect    = "Deny"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.state[each.key].arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    # StringNotEquals alone holds for a request that has no such header, too.
    condition {
      test     = "Null"
      variable = "s3:x-amz-server-side-encryption"
      values   = ["false"]
    }

    condition {
      test     = "StringNotEquals"
      variable = "s3:x-amz-server-side-encryption"
      values   = ["aws:kms"]
    }
  }

  # The bucket of these very stacks is nobody else's to read.
  dynamic "statement" {
    for_each = each.key == "platform" ? [] : sort(var.reader_role_arns)

    content {
      sid       = "Read${substr(sha256(statement.value), 0, 8)}"
      actions   = ["s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "s3:ListBucketVersions"]
      resources = [aws_s3_bucket.state[each.key].arn, "${aws_s3_bucket.state[each.key].arn}/*"]

      principals {
        type        = "AWS"
        identifiers = [statement.value]
      }
    }
  }
}

resource "aws_s3_bucket_policy" "state" {
  for_each = local.buckets

  bucket = aws_s3_bucket.state[each.key].id
  policy = data.aws_iam_policy_document.state[each.key].json

  # S3 answers OperationAborted to a policy and a public access block at the same time.
  depends_on = [aws_s3_bucket_public_access_block.state]
}
