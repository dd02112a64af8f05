# External Secrets reads the portal's secrets with the service account of their store, not with the operator's own.
resource "aws_iam_role" "external_secrets" {
  name               = "${var.name}-external-secrets"
  description        = "Brings the portal's secrets into its namespace"
  assume_role_policy = local.trust["external-secrets"]
}

data "aws_iam_policy_document" "external_secrets" {
  statement {
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
    resources = var.secret_arns
  }
}

resource "aws_iam_role_policy" "external_secrets" {
  name   = "read-secrets"
  role   = aws_iam_role.external_secrets.id
  policy = data.aws_iam_policy_document.external_secrets.json
}

resource "aws_iam_role" "external_dns" {
  count = var.hosted_zone_id == null ? 0 : 1

  name               = "${var.name}-external-dns"
  description        = "Writes records of one zone"
  assume_role_policy = local.trust["external-dns"]
}

data "aws_iam_policy_document" "external_dns" {
  count = var.hosted_zone_id == null ? 0 : 1

  statement {
    actions   = ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"]
    resources = ["arn:${data.aws_partition.current.partition}:route53:::hostedzone/${var.hosted_zone_id}"]
  }

  # It has no resource to be bound to.
  statement {
    actions   = ["route53:ListHostedZones"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "external_dns" {
  count = var.hosted_zone_id == null ? 0 : 1

  name   = "write-records"
  role   = aws_iam_role.external_dns[0].id
  policy = data.aws_iam_policy_document.external_dns[0].json
}
