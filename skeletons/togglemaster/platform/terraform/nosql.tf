resource "aws_dynamodb_table" "analytics" {
  name         = var.analytics_table
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "pk"
  range_key    = "sk"

  attribute {
    name = "pk"
    type = "S"
  }

  attribute {
    name = "sk"
    type = "S"
  }

  ttl {
    attribute_name = "ttl"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }

  deletion_protection_enabled = var.deletion_protection
}

resource "aws_elasticache_subnet_group" "this" {
  name       = local.prefix
  subnet_ids = [for subnet in aws_subnet.private : subnet.id]
}

# Made and kept like the passwords of PostgreSQL. But the provider takes this one only as an ordinary value, so it is the
# one secret that stands in the state.
ephemeral "aws_secretsmanager_random_password" "redis" {
  password_length     = 40
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "redis" {
  name                    = "${var.name}/${var.environment}/redis"
  description             = "Password of Redis"
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}

resource "aws_secretsmanager_secret_version" "redis" {
  secret_id                = aws_secretsmanager_secret.redis.id
  secret_string_wo         = ephemeral.aws_secretsmanager_random_password.redis.random_password
  secret_string_wo_version = 1
}

data "aws_secretsmanager_secret_version" "redis" {
  secret_id = aws_secretsmanager_secret_version.redis.secret_id
}

# Holds nothing that PostgreSQL doesn't: an empty one is filled again within seconds.
resource "aws_elasticache_replication_group" "this" {
  replication_group_id = local.prefix
  description          = "Environments on their way to evaluation"

  engine         = "redis"
  engine_version = "7.1"
  node_type      = var.redis_node_type
  port           = local.stores.redis

  num_node_groups            = 1
  replicas_per_node_group    = var.multi_az ? 1 : 0
  automatic_failover_enabled = var.multi_az
  multi_az_enabled           = var.multi_az

  subnet_group_name  = aws_elasticache_subnet_group.this.name
  security_group_ids = [aws_security_group.store["redis"].id]

  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  # A new one is taken beside the one before it, until pods have it.
  auth_token        = data.aws_secretsmanager_secret_version.redis.secret_string
  apply_immediately = true
}
