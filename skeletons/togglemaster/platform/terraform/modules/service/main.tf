# What a service beyond the five has of its own: image repository, role, secret, and the stores that it asks for.
terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

locals {
  full_name = "${var.platform.prefix}-${var.name}"
  database  = contains(var.stores, "postgres") ? toset([var.name]) : toset([])
  queue     = contains(var.stores, "sqs") ? toset([var.name]) : toset([])
  table     = contains(var.stores, "dynamodb") ? toset([var.name]) : toset([])
}

resource "aws_ecr_repository" "this" {
  for_each = var.platform.create_registry ? toset([var.name]) : toset([])

  name                 = "${var.platform.name}/${each.value}"
  image_tag_mutability = "IMMUTABLE"
  force_delete         = !var.platform.deletion_protection

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "AES256"
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  for_each = aws_ecr_repository.this

  repository = each.value.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "The last 50 images"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 50 }
      action       = { type = "expire" }
    }]
  })
}

resource "aws_sqs_queue" "dead" {
  for_each = local.queue

  name                      = "${local.full_name}-dead"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}

resource "aws_sqs_queue" "this" {
  for_each = local.queue

  name                       = local.full_name
  message_retention_seconds  = 345600
  visibility_timeout_seconds = 30
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead[each.value].arn
    maxReceiveCount     = 5
  })
}

resource "aws_dynamodb_table" "this" {
  for_each = local.table

  name         = local.full_name
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

  deletion_protection_enabled = var.platform.deletion_protection
}

# As in the platform's database.tf: the password is made once, kept in Secrets Manager, and not in the state. It is an
# instance of its own also where the five share one.
ephemeral "aws_secretsmanager_random_password" "database" {
  for_each = local.database

  password_length     = 40
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "database" {
  for_each = local.database

  name                    = "${var.platform.name}/${var.platform.environment}/database/${each.value}"
  description             = "Password of the PostgreSQL instance"
  recovery_window_in_days = var.platform.deletion_protection ? 30 : 0
}

resource "aws_secretsmanager_secret_version" "database" {
  for_each = local.database

  secret_id                = aws_secretsmanager_secret.database[each.value].id
  secret_string_wo         = ephemeral.aws_secretsmanager_random_password.database[each.value].random_password
  secret_string_wo_version = 1
}

ephemeral "aws_secretsmanager_secret_version" "database" {
  for_each = local.database

  secret_id = aws_secretsmanager_secret_version.database[each.value].secret_id
}

resource "aws_db_instance" "this" {
  for_each = local.database

  identifier = local.full_name

  engine         = "postgres"
  engine_version = "17"
  instance_class = var.platform.database_instance_class
  db_name        = each.value

  username            = "togglemaster"
  password_wo         = ephemeral.aws_secretsmanager_secret_version.database[each.value].secret_string
  password_wo_version = aws_secretsmanager_secret_version.database[each.value].secret_string_wo_version

  storage_type          = "gp3"
  storage_encrypted     = true
  allocated_storage     = 20
  max_allocated_storage = 100

  multi_az               = var.platform.multi_az
  publicly_accessible    = false
  db_subnet_group_name   = var.platform.db_subnet_group
  vpc_security_group_ids = [var.platform.db_security_group]
  parameter_group_name   = var.platform.db_parameter_group

  backup_retention_period    = 7
  copy_tags_to_snapshot      = true
  auto_minor_version_upgrade = true
  deletion_protection        = var.platform.deletion_protection
  skip_final_snapshot        = !var.platform.deletion_protection
  final_snapshot_identifier  = var.platform.deletion_protection ? "${local.full_name}-final" : null
}

resource "aws_secretsmanager_secret" "this" {
  name                    = "${var.platform.name}/${var.platform.environment}/${var.name}"
  description             = "Settings of the ${var.name} service"
  recovery_window_in_days = var.platform.deletion_protection ? 30 : 0
}

resource "aws_secretsmanager_secret_version" "this" {
  secret_id = aws_secretsmanager_secret.this.id
  secret_string_wo = jsonencode(merge(
    # External Secrets takes no secret without a key.
    { SERVICE = var.name },
    { for name in local.database : "DATABASE_URL" => join("", [
      "postgresql://togglemaster:",
      ephemeral.aws_secretsmanager_secret_version.database[name].secret_string,
      "@", aws_db_instance.this[name].endpoint,
      "/", name, "?sslmode=verify-full",
    ]) },
    contains(var.stores, "redis") ? { REDIS_URL = var.platform.redis_url } : {},
    { for name in local.queue : "QUEUE_URL" => aws_sqs_queue.this[name].url },
    { for name in local.table : "TABLE_NAME" => aws_dynamodb_table.this[name].name },
  ))
  secret_string_wo_version = 1
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [var.platform.oidc_provider_arn]
    }
    condition {
      test     = "StringEquals"
      variable = "${var.platform.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "${var.platform.issuer}:sub"
      values   = ["system:serviceaccount:${var.platform.namespace}:${var.name}"]
    }
  }
}

data "aws_iam_policy_document" "this" {
  # External Secrets reads a service's secret as that service.
  statement {
    sid       = "OwnSecret"
    actions   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
    resources = [aws_secretsmanager_secret.this.arn]
  }

  dynamic "statement" {
    for_each = local.queue
    content {
      sid       = "OwnQueue"
      actions   = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage", "sqs:SendMessage"]
      resources = [aws_sqs_queue.this[statement.value].arn]
    }
  }

  dynamic "statement" {
    for_each = local.table
    content {
      sid = "OwnTable"
      actions = [
        "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
        "dynamodb:UpdateItem",
      ]
      resources = [aws_dynamodb_table.this[statement.value].arn]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = local.full_name
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "this" {
  name   = "own-stores"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}
