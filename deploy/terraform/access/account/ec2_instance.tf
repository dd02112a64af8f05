data "aws_iam_policy_document" "ec2_instance" {
  source_policy_documents = [data.aws_iam_policy_document.security_groups.json]

  # EC2's lists can be bound to no resource.
  statement {
    sid = "Look"
    actions = [
      "ec2:DescribeImages",
      "ec2:DescribeInstanceAttribute",
      "ec2:DescribeInstanceCreditSpecifications",
      "ec2:DescribeInstanceTypes",
      "ec2:DescribeInstances",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSubnets",
      "ec2:DescribeTags",
      "ec2:DescribeVolumes",
    ]
    resources = ["*"]
  }

  statement {
    sid       = "AmazonLinux"
    actions   = ["ssm:GetParameter", "ssm:GetParameters"]
    resources = ["arn:${local.partition}:ssm:*::parameter/aws/service/ami-amazon-linux-latest/*"]
  }

  # With version 2 of the metadata service alone, and with the server's tags.
  statement {
    sid       = "Launch"
    actions   = ["ec2:RunInstances"]
    resources = ["${local.ec2}:instance/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/${local.managed.key}"
      values   = [local.managed.value]
    }

    condition {
      test     = "StringEquals"
      variable = "ec2:MetadataHttpTokens"
      values   = ["required"]
    }
  }

  statement {
    sid       = "LaunchEncrypted"
    actions   = ["ec2:RunInstances"]
    resources = ["${local.ec2}:volume/*"]

    condition {
      test     = "Bool"
      variable = "ec2:Encrypted"
      values   = ["true"]
    }
  }

  statement {
    sid     = "LaunchIn"
    actions = ["ec2:RunInstances"]
    resources = [
      "${local.ec2}:network-interface/*",
      "arn:${local.partition}:ec2:*::image/*",
    ]
  }

  statement {
    sid       = "LaunchInNetworksOfThePlatform"
    actions   = ["ec2:RunInstances"]
    resources = ["${local.ec2}:security-group/*", "${local.ec2}:subnet/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/${local.managed.key}"
      values   = [local.managed.value]
    }
  }

  statement {
    sid = "Change"
    actions = [
      "ec2:ModifyInstanceAttribute",
      "ec2:ModifyInstanceCreditSpecification",
      "ec2:ModifyInstanceMetadataOptions",
      "ec2:ModifyVolume",
      "ec2:MonitorInstances",
      "ec2:StartInstances",
      "ec2:StopInstances",
      "ec2:TerminateInstances",
      "ec2:UnmonitorInstances",
    ]
    resources = ["${local.ec2}:instance/*", "${local.ec2}:security-group/*", "${local.ec2}:volume/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/${local.managed.key}"
      values   = [local.managed.value]
    }
  }

  statement {
    sid       = "TagNew"
    actions   = ["ec2:CreateTags"]
    resources = ["${local.ec2}:*"]

    condition {
      test     = "StringEquals"
      variable = "ec2:CreateAction"
      values   = ["RunInstances"]
    }
  }

  statement {
    sid       = "InstanceRole"
    actions   = concat(local.made_role_reads, ["iam:DeleteRole", "iam:TagRole", "iam:UntagRole", "iam:UpdateRoleDescription"])
    resources = ["arn:${local.partition}:iam::${var.account}:role/instance-*"]
  }

  statement {
    sid       = "InstanceRoleInItsBoundary"
    actions   = ["iam:CreateRole"]
    resources = ["arn:${local.partition}:iam::${var.account}:role/instance-*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PermissionsBoundary"
      values   = [aws_iam_policy.made_boundary.arn]
    }
  }

  statement {
    sid       = "SystemsManagerAlone"
    actions   = ["iam:AttachRolePolicy", "iam:DetachRolePolicy"]
    resources = ["arn:${local.partition}:iam::${var.account}:role/instance-*"]

    condition {
      test     = "ArnEquals"
      variable = "iam:PolicyARN"
      values   = ["arn:${local.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"]
    }
  }

  statement {
    sid = "InstanceProfile"
    actions = [
      "iam:AddRoleToInstanceProfile",
      "iam:CreateInstanceProfile",
      "iam:DeleteInstanceProfile",
      "iam:GetInstanceProfile",
      "iam:RemoveRoleFromInstanceProfile",
      "iam:TagInstanceProfile",
      "iam:UntagInstanceProfile",
    ]
    resources = ["arn:${local.partition}:iam::${var.account}:instance-profile/instance-*"]
  }

  statement {
    sid       = "PassToInstances"
    actions   = ["iam:PassRole"]
    resources = ["arn:${local.partition}:iam::${var.account}:role/instance-*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ec2.amazonaws.com"]
    }
  }
}
