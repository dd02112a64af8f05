locals {
  # Instances by name, and which of them holds a service's database.
  instances   = var.shared_database ? toset(["shared"]) : local.databases
  instance_of = { for service in local.databases : service => var.shared_database ? "shared" : service }

  stores = { postgres = 5432, redis = 6379 }
}

resource "aws_db_subnet_group" "this" {
  name       = local.prefix
  subnet_ids = [for subnet in aws_subnet.private : subnet.id]
}

resource "aws_security_group" "store" {
  for_each = local.stores

  name        = "${local.prefix}-${each.key}"
  description = "${each.key} for the nodes of ${local.prefix}"
  vpc_id      = aws_vpc.this.id
}

resource "aws_vpc_security_group_ingress_rule" "store" {
  for_each = local.stores

  security_group_id            = aws_security_group.store[each.key].id
  description                  = "From pods"
  referenced_security_group_id = aws_security_group.node.id
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
}

resource "aws_db_parameter_group" "this" {
  name        = local.prefix
  family      = "postgres17"
  description = "TLS only"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}

# Passwords are made once, kept in Secrets Manager and read from there: none of these is in the state.
ephemeral "aws_secretsmanager_random_password" "database" {
  for_each = local.instances

  password_length     = 40
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "database" {
  for_each = local.instances

  name                    = "${var.name}/${var.environment}/database/${each.value}"
  description             = "Password of the PostgreSQL instance"
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}

resource "aws_secretsmanager_secret_version" "database" {
  for_each = local.instances

  secret_id                = aws_secretsmanager_secret.database[each.value].id
  secret_string_wo         = ephemeral.aws_secretsmanager_random_password.database[each.value].random_password
  secret_string_wo_version = 1
}

ephemeral "aws_secretsmanager_secret_version" "database" {
  for_each = local.instances

  secret_id = aws_secretsmanager_secret_version.database[each.value].secret_id
}

resource "aws_db_instance" "this" {
  for_each = local.instances

  identifier = "${local.prefix}-${each.value}"

  engine         = "postgres"
  engine_version = "17"
  instance_class = var.database_instance_class
  # A shared instance begins with none of the services' databases: the README says how they are made.
  db_name = each.value == "shared" ? "postgres" : each.value

  username            = "togglemaster"
  password_wo         = ephemeral.aws_secretsmanager_secret_version.database[each.value].secret_string
  password_wo_version = aws_secretsmanager_secret_version.database[each.value].secret_string_wo_version

  storage_type          = "gp3"
  storage_encrypted     = true
  allocated_storage     = 20
  max_allocated_storage = 100

  multi_az               = var.multi_az
  publicly_accessible    = false
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.store["postgres"].id]
  parameter_group_name   = aws_db_parameter_group.this.name

  backup_retention_period    = 7
  copy_tags_to_snapshot      = true
  auto_minor_version_upgrade = true
  deletion_protection        = var.deletion_protection
  skip_final_snapshot        = !var.deletion_protection
  final_snapshot_identifier  = var.deletion_protection ? "${local.prefix}-${each.value}-final" : null
}

# What a service must not show: it becomes the service's environment through External Secrets.
ephemeral "aws_secretsmanager_random_password" "service" {
  for_each = toset(["bootstrap", "stream"])

  password_length     = 43
  exclude_punctuation = true
}

# 32 characters, and so 32 bytes, which the auth service wants in base64.
ephemeral "aws_secretsmanager_random_password" "signing" {
  password_length     = 32
  exclude_punctuation = true
}

locals {
  redis_url = join("", [
    "rediss://:", data.aws_secretsmanager_secret_version.redis.secret_string,
    "@", aws_elasticache_replication_group.this.primary_endpoint_address, ":6379",
  ])
}

resource "aws_secretsmanager_secret" "service" {
  for_each = local.services

  name                    = "${var.name}/${var.environment}/${each.value}"
  description             = "Settings of the ${each.value} service"
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}

resource "aws_secretsmanager_secret_version" "service" {
  for_each = local.services

  secret_id = aws_secretsmanager_secret.service[each.value].id
  secret_string_wo = jsonencode(merge(
    contains(local.databases, each.value) ? {
      DATABASE_URL = join("", [
        "postgresql://togglemaster:",
        ephemeral.aws_secretsmanager_secret_version.database[local.instance_of[each.value]].secret_string,
        "@", aws_db_instance.this[local.instance_of[each.value]].endpoint,
        "/", each.value, "?sslmode=verify-full",
      ])
    } : {},
    contains(["flag", "targeting", "evaluation"], each.value) ? { REDIS_URL = local.redis_url } : {},
    contains(["evaluation", "analytics"], each.value) ? { QUEUE_URL = aws_sqs_queue.telemetry.url } : {},
    each.value == "auth" ? {
      BOOTSTRAP_SECRET   = ephemeral.aws_secretsmanager_random_password.service["bootstrap"].random_password
      SIGNING_KEY_SECRET = base64encode(ephemeral.aws_secretsmanager_random_password.signing.random_password)
    } : {},
    each.value == "evaluation" ? {
      STREAM_SECRET = ephemeral.aws_secretsmanager_random_password.service["stream"].random_password
    } : {},
  ))
  # Raise it to have all of them made anew, after a store has moved for example. A new SIGNING_KEY_SECRET makes the
  # signing keys in the database unreadable, so that everybody signs in again.
  secret_string_wo_version = 1
}
