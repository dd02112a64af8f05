resource "aws_db_subnet_group" "portal" {
  name_prefix = "${var.name}-portal-"
  description = "Subnets without a way to the internet"
  subnet_ids  = [for subnet in aws_subnet.data : subnet.id]
}

resource "aws_security_group" "database" {
  name_prefix = "${var.name}-database-"
  description = "The portal's database"
  vpc_id      = aws_vpc.this.id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = aws_security_group.database.id
  description                  = "Pods of the cluster; its NetworkPolicies let out the portal's alone"
  referenced_security_group_id = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_db_parameter_group" "portal" {
  name_prefix = "${var.name}-portal-"
  description = "Connections only with TLS"
  family      = "postgres17"

  parameter {
    name         = "rds.force_ssl"
    value        = "1"
    apply_method = "immediate"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_instance" "portal" {
  identifier_prefix = "${var.name}-portal-"

  engine         = "postgres"
  engine_version = "17"
  instance_class = var.database_instance_class
  db_name        = "terrastage"

  # AWS makes it, keeps it in Secrets Manager and rotates it: it is in no state.
  username                    = "terrastage"
  manage_master_user_password = true

  storage_type          = "gp3"
  storage_encrypted     = true
  allocated_storage     = var.database_storage_gb
  max_allocated_storage = var.database_storage_gb * 4

  multi_az               = var.database_multi_az
  publicly_accessible    = false
  db_subnet_group_name   = aws_db_subnet_group.portal.name
  vpc_security_group_ids = [aws_security_group.database.id]
  parameter_group_name   = aws_db_parameter_group.portal.name

  backup_retention_period   = var.database_backup_days
  copy_tags_to_snapshot     = true
  delete_automated_backups  = !var.protect
  deletion_protection       = var.protect
  skip_final_snapshot       = !var.protect
  final_snapshot_identifier = var.protect ? "${var.name}-portal-final-${trimprefix(aws_security_group.database.id, "sg-")}" : null

  performance_insights_enabled          = true
  performance_insights_retention_period = 7

  auto_minor_version_upgrade = true
  apply_immediately          = true
}
