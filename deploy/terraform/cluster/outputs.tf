output "cluster_name" {
  description = "Name of the cluster, for aws eks update-kubeconfig."
  value       = aws_eks_cluster.this.name
}

output "cluster_endpoint" {
  description = "Address of the cluster's API."
  value       = aws_eks_cluster.this.endpoint
}

output "oidc_issuer" {
  description = "Who signs the tokens of service accounts: what the roles of the access stack trust."
  value       = aws_eks_cluster.this.identity[0].oidc[0].issuer
}

output "vpc_cidr_block" {
  description = "Range of the network."
  value       = aws_vpc.this.cidr_block
}

output "load_balancer_cidr_blocks" {
  description = "Ranges from which the load balancer reaches the portal."
  value       = [for subnet in var.internet_facing ? aws_subnet.public : aws_subnet.private : subnet.cidr_block]
}

output "data_cidr_blocks" {
  description = "Ranges in which the database is."
  value       = [for subnet in aws_subnet.data : subnet.cidr_block]
}

output "target_group_arn" {
  description = "Target group that the portal's pods are bound to."
  value       = aws_lb_target_group.portal.arn
}

output "portal_url" {
  description = "Address of the portal."
  value       = local.portal_url
}

output "database" {
  description = "Where the portal's database is, and the secret with its user and password."
  value = {
    host       = aws_db_instance.portal.address
    port       = aws_db_instance.portal.port
    name       = aws_db_instance.portal.db_name
    secret_arn = aws_db_instance.portal.master_user_secret[0].secret_arn
  }
}

output "portal_secret_arn" {
  description = "Secret with backendSecret, sessionSecret and clientSecret."
  value       = aws_secretsmanager_secret.portal.arn
}

output "login" {
  description = "The user pool, its client, and its login page."
  value = {
    user_pool_id  = aws_cognito_user_pool.people.id
    user_pool_arn = aws_cognito_user_pool.people.arn
    client_id     = aws_cognito_user_pool_client.portal.id
    metadata_url  = "https://cognito-idp.${var.region}.amazonaws.com/${aws_cognito_user_pool.people.id}/.well-known/openid-configuration"
    url           = "https://${local.login_domain}.auth.${var.region}.amazoncognito.com"
  }
}

output "repositories" {
  description = "Where the images go, by name."
  value       = { for name, repository in aws_ecr_repository.this : name => repository.repository_url }
}
