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
  apply_immediately          = true
}
