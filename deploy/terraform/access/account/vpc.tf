locals {
  network_kinds = [
    "elastic-ip",
    "internet-gateway",
    "natgateway",
    "route-table",
    "security-group",
    "subnet",
    "vpc",
    "vpc-endpoint",
    "vpc-flow-log",
  ]
  network_arns = [for kind in local.network_kinds : "${local.ec2}:${kind}/*"]

  network_creates = [
    "AllocateAddress",
    "CreateFlowLogs",
    "CreateInternetGateway",
    "CreateNatGateway",
    "CreateRouteTable",
    "CreateSubnet",
    "CreateVpc",
    "CreateVpcEndpoint",
  ]
}

data "aws_iam_policy_document" "vpc" {
  source_policy_documents = [data.aws_iam_policy_document.security_groups.json]

  statement {
    sid = "Look"
    actions = [
      "ec2:DescribeAddresses",
      "ec2:DescribeAddressesAttribute",
      "ec2:DescribeAvailabilityZones",
      "ec2:DescribeFlowLogs",
      "ec2:DescribeInternetGateways",
      "ec2:DescribeNatGateways",
      "ec2:DescribeNetworkAcls",
      "ec2:DescribePrefixLists",
      "ec2:DescribeRouteTables",
      "ec2:DescribeSubnets",
      "ec2:DescribeTags",
      "ec2:DescribeVpcAttribute",
      "ec2:DescribeVpcEndpointServices",
      "ec2:DescribeVpcEndpoints",
      "logs:DescribeLogGroups",
    ]
    resources = ["*"]
  }

  statement {
    sid       = "Make"
    actions   = [for create in local.network_creates : "ec2:${create}"]
    resources = local.network_arns

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/${local.managed.key}"
      values   = [local.managed.value]
    }
  }

  # What a new thing is made in, and what is changed, is a run's.
  statement {
    sid = "MakeInAndChange"
    actions = [
      "ec2:AssociateRouteTable",
      "ec2:AttachInternetGateway",
      "ec2:CreateFlowLogs",
      "ec2:CreateNatGateway",
      "ec2:CreateRoute",
      "ec2:CreateRouteTable",
      "ec2:CreateSubnet",
      "ec2:CreateVpcEndpoint",
      "ec2:DeleteFlowLogs",
      "ec2:DeleteInternetGateway",
      "ec2:DeleteNatGateway",
      "ec2:DeleteRoute",
      "ec2:DeleteRouteTable",
      "ec2:DeleteSubnet",
      "ec2:DeleteVpc",
      "ec2:DeleteVpcEndpoints",
      "ec2:DetachInternetGateway",
      "ec2:DisassociateAddress",
      "ec2:DisassociateRouteTable",
      "ec2:ModifySubnetAttribute",
      "ec2:ModifyVpcAttribute",
      "ec2:ModifyVpcEndpoint",
      "ec2:ReleaseAddress",
      "ec2:ReplaceRoute",
      "ec2:ReplaceRouteTableAssociation",
    ]
    resources = local.network_arns

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/${local.managed.key}"
      values   = [local.managed.value]
    }
  }

  # The interface that a NAT gateway lets go of is AWS', and has no tag.
  statement {
    sid       = "LetGoOfAddresses"
    actions   = ["ec2:DisassociateAddress"]
    resources = ["${local.ec2}:network-interface/*"]
  }

  # A VPC's default security group comes without tags. The template closes it, and can do no more to it.
  statement {
    sid       = "CloseDefaultGroup"
    actions   = ["ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress"]
    resources = ["${local.ec2}:security-group/*"]
  }

  statement {
    sid       = "TagDefaultGroup"
    actions   = ["ec2:CreateTags"]
    resources = ["${local.ec2}:security-group/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/${local.managed.key}"
      values   = [local.managed.value]
    }
  }

  statement {
    sid       = "TagNew"
    actions   = ["ec2:CreateTags"]
    resources = local.network_arns

    condition {
      test     = "StringEquals"
      variable = "ec2:CreateAction"
      values   = local.network_creates
    }
  }

  statement {
    sid = "FlowLogGroups"
    actions = [
      "logs:CreateLogGroup",
      "logs:DeleteLogGroup",
      "logs:ListTagsForResource",
      "logs:PutRetentionPolicy",
      "logs:TagResource",
      "logs:UntagResource",
    ]
    resources = ["arn:${local.partition}:logs:*:${var.account}:log-group:/terrastage/vpc-flow-logs/*"]
  }

  statement {
    sid       = "FlowLogRole"
    actions   = concat(local.made_role_reads, ["iam:DeleteRole", "iam:DeleteRolePolicy", "iam:TagRole", "iam:UntagRole", "iam:UpdateRoleDescription"])
    resources = ["arn:${local.partition}:iam::${var.account}:role/flow-logs-*"]
  }

  statement {
    sid       = "FlowLogRoleInItsBoundary"
    actions   = ["iam:CreateRole", "iam:PutRolePolicy"]
    resources = ["arn:${local.partition}:iam::${var.account}:role/flow-logs-*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PermissionsBoundary"
      values   = [aws_iam_policy.made_boundary.arn]
    }
  }

  statement {
    sid       = "PassToFlowLogs"
    actions   = ["iam:PassRole"]
    resources = ["arn:${local.partition}:iam::${var.account}:role/flow-logs-*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["vpc-flow-logs.amazonaws.com"]
    }
  }
}
