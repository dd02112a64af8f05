output "portal_role_arn" {
  description = "Role of the portal's service account; the bootstrap of another account lets it read the states there."
  value       = aws_iam_role.portal.arn
}

output "external_secrets_role_arn" {
  description = "Role of the service account that the portal's secrets are read with."
  value       = aws_iam_role.external_secrets.arn
}

output "external_dns_role_arn" {
  description = "Role of external-dns; null without a zone."
  value       = one(aws_iam_role.external_dns[*].arn)
}

output "runner_role_arn" {
  description = "Role of runners whose template has none: it reaches states and nothing else."
  value       = module.first.runner_role_arn
}

output "template_role_arns" {
  description = "Roles by type of resource in the platform's account, for the annotations of the runners' service accounts."
  value       = module.first.template_role_arns
}

output "made_boundary_arn" {
  description = "Boundary that roles which templates make must have, for resources.environments.<name>.resourceTypes."
  value       = module.first.made_boundary_arn
}

output "second_account" {
  description = "The same of the second account: its roles by type go into resources.environments.<name>.roleArns. Null without one."
  value = one([
    for account in module.second : {
      template_role_arns = account.template_role_arns
      made_boundary_arn  = account.made_boundary_arn
    }
  ])
}
