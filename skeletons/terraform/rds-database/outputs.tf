output "endpoint" {
  description = "Host name of the database."
  value       = aws_db_instance.this.address
}

output "port" {
  description = "Port of the database."
  value       = aws_db_instance.this.port
}

output "secret_arn" {
  description = "ARN of the secret in Secrets Manager that has the master user's name and password."
  value       = one(aws_db_instance.this.master_user_secret[*].secret_arn)
}

output "database_name" {
  description = "Name of the database that is there from the start."
  value       = aws_db_instance.this.db_name
}

output "master_username" {
  description = "Name of the master user."
  value       = aws_db_instance.this.username
}

output "engine" {
  description = "Kind of database: postgres or mysql."
  value       = aws_db_instance.this.engine
}

output "engine_version" {
  description = "Version that runs, with its minor version."
  value       = aws_db_instance.this.engine_version_actual
}

output "identifier" {
  description = "Identifier of the database instance."
  value       = aws_db_instance.this.identifier
}

output "arn" {
  description = "ARN of the database instance."
  value       = aws_db_instance.this.arn
}

output "security_group_id" {
  description = "Id of the database's security group."
  value       = aws_security_group.this.id
}

output "final_snapshot_identifier" {
  description = "Name of the snapshot that a delete leaves behind; null where it leaves none."
  value       = aws_db_instance.this.final_snapshot_identifier
}

output "region" {
  description = "Region that the database is in."
  value       = data.aws_region.current.name
}

output "console_url" {
  description = "Address of the database in the AWS console."
  value       = "https://${data.aws_region.current.name}.console.aws.amazon.com/rds/home?region=${data.aws_region.current.name}#database:id=${aws_db_instance.this.identifier};is-cluster=false"
}
