# The most that a run can ever do, whatever its role's policies say.
data "aws_iam_policy_document" "runs_boundary" {
  statement {
    sid = "ServicesOfTemplates"
    actions = concat([for service in sort(var.more_services) : "${service}:*"], [
      "ec2:*",
      "iam:*",
      "kms:*",
      "logs:*",
      "rds:*",
      "s3:*",
      "secretsmanager:*",
      "ssm:GetParameter",
      "ssm:GetParameters",
      "sts:GetCallerIdentity",
      "tag:GetResources",
    ])
    resources = ["*"]
  }

  # IAM is one for all regions.
  statement {
    sid         = "OtherRegions"
    effect      = "Deny"
    not_actions = ["iam:*", "sts:*", "s3:ListAllMyBuckets", "s3:GetBucketLocation"]
    resources   = ["*"]

    condition {
      test     = "StringNotEquals"
      variable = "aws:RequestedRegion"
      values   = setunion(var.resource_regions, [local.state_region])
    }
  }

  statement {
    sid    = "RolesWithoutBoundary"
    effect = "Deny"
    actions = [
      "iam:AttachRolePolicy",
      "iam:CreateRole",
      "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",
    ]
    resources = ["*"]

    condition {
      test     = "StringNotEquals"
      variable = "iam:PermissionsBoundary"
      values   = [aws_iam_policy.made_boundary.arn]
    }
  }

  statement {
    sid    = "PeopleKeysAndPolicies"
    effect = "Deny"
    actions = [
      "iam:*AccessKey*",
      "iam:*AccountAlias",
      "iam:*AccountPasswordPolicy",
      "iam:*Group*",
      "iam:*LoginProfile",
      "iam:*MFADevice*",
      "iam:*OpenIDConnectProvider*",
      "iam:*SAMLProvider*",
      "iam:*ServiceSpecificCredential*",
      "iam:*User*",
      "iam:CreatePolicy*",
      "iam:DeletePolicy*",
      "iam:DeleteRolePermissionsBoundary",
      "iam:SetDefaultPolicyVersion",
      "iam:SetSecurityTokenServicePreferences",
      "iam:UpdateAssumeRolePolicy",
    ]
    resources = ["*"]
  }

  statement {
    sid    = "OwnRoles"
    effect = "Deny"
    not_actions = [
      "iam:Get*",
      "iam:List*",
    ]
    resources = ["arn:${local.partition}:iam::${var.account}:role/${var.name}-*"]
  }

  statement {
    sid    = "WhatCannotBeUndone"
    effect = "Deny"
    actions = [
      "kms:DisableKey",
      "kms:PutKeyPolicy",
      "kms:ScheduleKeyDeletion",
      "s3:BypassGovernanceRetention",
      "s3:PutAccountPublicAccessBlock",
    ]
    resources = ["*"]
  }

  statement {
    sid    = "StateBuckets"
    effect = "Deny"
    not_actions = [
      "s3:DeleteObject",
      "s3:GetBucketLocation",
      "s3:GetObject",
      "s3:GetObjectVersion",
      "s3:ListBucket",
      "s3:PutObject",
    ]
    resources = concat(local.bucket_arns, [for bucket in local.bucket_arns : "${bucket}/*"])
  }

  statement {
    sid       = "StatesStay"
    effect    = "Deny"
    actions   = ["s3:DeleteObject"]
    resources = flatten([for bucket in local.bucket_arns : ["${bucket}/*.tfstate", "${bucket}/runs/*"]])
  }
}

locals {
  # A state may be in another region than what it describes.
  state_region = split(":", var.kms_key_arn)[3]
}

resource "aws_iam_policy" "runs_boundary" {
  name        = "${var.name}-runs-boundary"
  description = "The most that a run can do"
  policy      = data.aws_iam_policy_document.runs_boundary.json
}

# The most that a role can do which a template makes: instances speak to Systems Manager, flow logs write logs.
data "aws_iam_policy_document" "made_boundary" {
  statement {
    actions = [
      "ec2messages:*",
      "logs:CreateLogStream",
      "logs:DescribeLogGroups",
      "logs:DescribeLogStreams",
      "logs:PutLogEvents",
      "ssm:DescribeAssociation",
      "ssm:DescribeDocument",
      "ssm:GetDeployablePatchSnapshotForInstance",
      "ssm:GetDocument",
      "ssm:GetManifest",
      "ssm:ListAssociations",
      "ssm:ListInstanceAssociations",
      "ssm:PutComplianceItems",
      "ssm:PutConfigurePackageResult",
      "ssm:PutInventory",
      "ssm:UpdateAssociationStatus",
      "ssm:UpdateInstanceAssociationStatus",
      "ssm:UpdateInstanceInformation",
      "ssmmessages:*",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "made_boundary" {
  name        = "${var.name}-made-boundary"
  description = "The most that a role can do which a template makes"
  policy      = data.aws_iam_policy_document.made_boundary.json
}
