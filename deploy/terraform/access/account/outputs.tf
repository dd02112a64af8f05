output "oidc_provider_arn" {
  description = "What roles of this account trust."
  value       = aws_iam_openid_connect_provider.cluster.arn
}

output "runner_role_arn" {
  description = "Role of runners whose template has none."
  value       = aws_iam_role.runner.arn
}

output "template_role_arns" {
  description = "Roles by type of resource."
  value       = { for template, role in aws_iam_role.template : template => role.arn }
}

output "made_boundary_arn" {
  description = "Boundary that roles which templates make must have."
  value       = aws_iam_policy.made_boundary.arn
}
