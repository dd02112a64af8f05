data "aws_region" "current" {}

resource "aws_db_instance" "this" {
  identifier = var.name

  engine         = var.engine
  engine_version = var.engine_version
  instance_class = var.instance_class
  db_name        = var.database_name

  # AWS makes the password, keeps it in Secrets Manager and rotates it: Terraform never sees it.
  username                    = var.master_username
  manage_master_user_password = true

  storage_type          = "gp3"
  storage_encrypted     = true
  allocated_storage     = var.storage_gb
  max_allocated_storage = var.storage_autoscaling ? var.storage_gb * 2 : null

  multi_az               = var.multi_az
  publicly_accessible    = false
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  parameter_group_name   = aws_db_parameter_group.this.name

  backup_retention_period  = var.backup_retention_days
  copy_tags_to_snapshot    = true
  delete_automated_backups = true
  deletion_protection      = var.deletion_protection

  # A snapshot outlives the database, so the next one of the same name must not want the same name for its own.
  # The security group's id is another for each database, and stays the same from plan to plan.
  skip_final_snapshot       = !var.final_snapshot
  final_snapshot_identifier = var.final_snapshot ? "${var.name}-final-${trimprefix(aws_security_group.this.id, "sg-")}" : null

  # Null leaves the period to AWS where the choice is off; it refuses one without the other.
  performance_insights_enabled          = var.performance_insights
  performance_insights_retention_period = var.performance_insights ? 7 : null

  auto_minor_version_upgrade  = true
  allow_major_version_upgrade = true
  apply_immediately           = var.apply_immediately

  # In a destroy the database goes first: where its protection refuses that, its clients stay connected.
  depends_on = [aws_vpc_security_group_ingress_rule.clients]
}
