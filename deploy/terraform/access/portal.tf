locals {
  state_buckets = setunion(var.state.buckets, try(var.second_account.state_buckets, []))
  state_keys    = compact([var.state.kms_key_arn, try(var.second_account.kms_key_arn, null)])
}

# The portal reads states and keeps the user pool in line with the catalog. It makes no resource and writes no state.
resource "aws_iam_role" "portal" {
  name               = "${var.name}-portal"
  description        = "The portal: reads states, manages the user pool"
  assume_role_policy = local.trust["portal"]
}

data "aws_iam_policy_document" "portal" {
  statement {
    sid       = "ListStates"
    actions   = ["s3:ListBucket", "s3:ListBucketVersions"]
    resources = [for bucket in local.state_buckets : "arn:${data.aws_partition.current.partition}:s3:::${bucket}"]
  }

  statement {
    sid       = "ReadStates"
    actions   = ["s3:GetObject", "s3:GetObjectVersion"]
    resources = [for bucket in local.state_buckets : "arn:${data.aws_partition.current.partition}:s3:::${bucket}/*"]
  }

  # Saved plans hold what Terraform would not show anybody, and the portal has no need of them.
  statement {
    sid       = "NoSavedPlans"
    effect    = "Deny"
    actions   = ["s3:GetObject", "s3:GetObjectVersion"]
    resources = [for bucket in local.state_buckets : "arn:${data.aws_partition.current.partition}:s3:::${bucket}/runs/*/plan*"]
  }

  statement {
    sid       = "DecryptStates"
    actions   = ["kms:Decrypt"]
    resources = local.state_keys

    condition {
      test     = "StringLike"
      variable = "kms:ViaService"
      values   = ["s3.*.amazonaws.com"]
    }
  }

  statement {
    sid = "ManagePeople"
    actions = [
      "cognito-idp:AdminAddUserToGroup",
      "cognito-idp:AdminCreateUser",
      "cognito-idp:AdminDisableUser",
      "cognito-idp:AdminEnableUser",
      "cognito-idp:AdminGetUser",
      "cognito-idp:AdminRemoveUserFromGroup",
      "cognito-idp:AdminUpdateUserAttributes",
      "cognito-idp:CreateGroup",
      "cognito-idp:DescribeUserPool",
      "cognito-idp:ListGroups",
      "cognito-idp:ListUsers",
      "cognito-idp:ListUsersInGroup",
    ]
    resources = [var.user_pool_arn]
  }
}

resource "aws_iam_role_policy" "portal" {
  name   = "portal"
  role   = aws_iam_role.portal.id
  policy = data.aws_iam_policy_document.portal.json
}
