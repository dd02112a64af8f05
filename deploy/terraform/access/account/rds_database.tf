locals {
  rds = "arn:${local.partition}:rds:*:${var.account}"
}

data "aws_iam_policy_document" "rds_database" {
  source_policy_documents = [data.aws_iam_policy_document.security_groups.json]

  statement {
    sid = "Look"
    actions = [
      "rds:DescribeDBEngineVersions",
      "rds:DescribeDBInstances",
      "rds:DescribeDBParameterGroups",
      "rds:DescribeDBParameters",
      "rds:DescribeDBSnapshots",
      "rds:DescribeDBSubnetGroups",
      "rds:DescribeOrderableDBInstanceOptions",
      "rds:ListTagsForResource",
    ]
    resources = ["*"]
  }

  # RDS looks at the network with the caller's rights.
  statement {
    sid       = "LookAtNetworks"
    actions   = ["ec2:DescribeAvailabilityZones", "ec2:DescribeSubnets", "ec2:DescribeVpcAttribute"]
    resources = ["*"]
  }

  statement {
    sid       = "MakeEncryptedDatabases"
    actions   = ["rds:CreateDBInstance"]
    resources = ["${local.rds}:db:*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/${local.managed.key}"
      values   = [local.managed.value]
    }

    condition {
      test     = "Bool"
      variable = "rds:StorageEncrypted"
      values   = ["true"]
    }

    # No password of anybody's, and none in a state.
    condition {
      test     = "Bool"
      variable = "rds:ManageMasterUserPassword"
      values   = ["true"]
    }
  }

  # What the database is made with has to be a run's, too.
  statement {
    sid       = "MakeDatabasesWith"
    actions   = ["rds:CreateDBInstance", "rds:ModifyDBInstance"]
    resources = ["${local.rds}:pg:*", "${local.rds}:subgrp:*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/${local.managed.key}"
      values   = [local.managed.value]
    }
  }

  # AWS' own, which nobody can change.
  statement {
    sid       = "DefaultOptions"
    actions   = ["rds:CreateDBInstance", "rds:ModifyDBInstance"]
    resources = ["${local.rds}:og:default:*"]
  }

  statement {
    sid       = "MakeGroups"
    actions   = ["rds:CreateDBParameterGroup", "rds:CreateDBSubnetGroup"]
    resources = ["${local.rds}:pg:*", "${local.rds}:subgrp:*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/${local.managed.key}"
      values   = [local.managed.value]
    }
  }

  statement {
    sid = "Change"
    actions = [
      "rds:AddTagsToResource",
      "rds:CreateDBSnapshot",
      "rds:DeleteDBInstance",
      "rds:DeleteDBParameterGroup",
      "rds:DeleteDBSubnetGroup",
      "rds:ModifyDBInstance",
      "rds:ModifyDBParameterGroup",
      "rds:ModifyDBSubnetGroup",
      "rds:RebootDBInstance",
      "rds:RemoveTagsFromResource",
      "rds:ResetDBParameterGroup",
    ]
    resources = ["${local.rds}:db:*", "${local.rds}:pg:*", "${local.rds}:subgrp:*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/${local.managed.key}"
      values   = [local.managed.value]
    }
  }

  # A new one is tagged with the request that makes it.
  statement {
    sid       = "TagNew"
    actions   = ["rds:AddTagsToResource"]
    resources = ["${local.rds}:db:*", "${local.rds}:pg:*", "${local.rds}:subgrp:*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/${local.managed.key}"
      values   = [local.managed.value]
    }
  }

  # The last one, by its name: the instance's, "-final-" and the id of its security group.
  statement {
    sid       = "LastSnapshot"
    actions   = ["rds:AddTagsToResource", "rds:CreateDBSnapshot"]
    resources = ["${local.rds}:snapshot:*-final-*"]
  }

  # https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
  statement {
    sid       = "PasswordInSecretsManager"
    actions   = ["secretsmanager:CreateSecret", "secretsmanager:DescribeSecret", "secretsmanager:TagResource"]
    resources = ["arn:${local.partition}:secretsmanager:*:${var.account}:secret:rds!db-*"]
  }

  statement {
    sid       = "DefaultKeys"
    actions   = ["kms:DescribeKey"]
    resources = ["arn:${local.partition}:kms:*:${var.account}:key/*"]

    condition {
      test     = "ForAnyValue:StringEquals"
      variable = "kms:ResourceAliases"
      values   = ["alias/aws/rds", "alias/aws/secretsmanager"]
    }
  }

  statement {
    sid       = "FirstDatabaseOfAnAccount"
    actions   = ["iam:CreateServiceLinkedRole"]
    resources = ["arn:${local.partition}:iam::${var.account}:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS"]

    condition {
      test     = "StringEquals"
      variable = "iam:AWSServiceName"
      values   = ["rds.amazonaws.com"]
    }
  }
}
