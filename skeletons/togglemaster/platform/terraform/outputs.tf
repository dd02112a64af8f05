output "cluster_name" {
  description = "For aws eks update-kubeconfig --name."
  value       = aws_eks_cluster.this.name
}

output "namespace" {
  description = "Kubernetes namespace that the service roles are bound to."
  value       = local.namespace
}

output "service_role_arns" {
  description = "IAM role of each service, for its service account."
  value       = { for name, role in aws_iam_role.service : name => role.arn }
}

output "secret_names" {
  description = "Secret of each service, which External Secrets reads."
  value       = { for name, secret in aws_secretsmanager_secret.service : name => secret.name }
}

output "registry" {
  description = "Address of the image repositories."
  value       = "${local.account}.dkr.ecr.${local.region}.amazonaws.com/${var.name}"
}

output "pipeline_role_arn" {
  description = "Role that GitHub's pipeline takes on; null without a repository."
  value       = one([for role in aws_iam_role.pipeline : role.arn])
}

output "telemetry_queue_url" {
  description = "Queue of evaluations on their way to analytics."
  value       = aws_sqs_queue.telemetry.url
}

output "telemetry_dead_letter_queue_url" {
  description = "Messages that could not be read five times. Alarm on its length."
  value       = aws_sqs_queue.telemetry_dead.url
}

output "analytics_table" {
  description = "Table of counts and events."
  value       = aws_dynamodb_table.analytics.name
}

output "network_policy_ranges" {
  description = "Where load balancers, and where databases and Redis stand: gitops/environments/<environment>/shared names both."
  value       = { load_balancers = local.public_range, stores = local.private_range }
}
