data "aws_partition" "current" {}

locals {
  issuer = trimprefix(var.oidc_issuer, "https://")

  # One service account each, and the audience: https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
  trust = {
    for role, subject in {
      portal           = "${var.portal_namespace}:terrastage"
      external-secrets = "${var.portal_namespace}:terrastage-secrets"
      external-dns     = "external-dns:external-dns"
      } : role => jsonencode({
        Version = "2012-10-17"
        Statement = [
          {
            Effect    = "Allow"
            Principal = { Federated = module.first.oidc_provider_arn }
            Action    = "sts:AssumeRoleWithWebIdentity"
            Condition = {
              StringEquals = {
                "${local.issuer}:sub" = "system:serviceaccount:${subject}"
                "${local.issuer}:aud" = "sts.amazonaws.com"
              }
            }
          },
        ]
    })
  }
}
