data "aws_partition" "current" {}

locals {
  issuer    = trimprefix(var.oidc_issuer, "https://")
  partition = data.aws_partition.current.partition
}

# Each account trusts the cluster by itself, so a run assumes its role straight, without a chain: chained sessions end
# after an hour.
resource "aws_iam_openid_connect_provider" "cluster" {
  url            = var.oidc_issuer
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "trust" {
  for_each = toset(concat(["runner"], local.templates))

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.cluster.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = ["system:serviceaccount:${var.runs_namespace}:terrastage-${each.key}"]
    }

    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}
