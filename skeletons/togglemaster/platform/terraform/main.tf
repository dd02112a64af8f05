terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

data "aws_availability_zones" "available" {
  state = "available"
}

locals {
  # In front of every name, so that environments can share an account.
  prefix = "${var.name}-${var.environment}"

  services = toset(["auth", "flag", "targeting", "evaluation", "analytics"])
  # Those with a database of their own.
  databases = toset(["auth", "flag", "targeting"])

  account   = data.aws_caller_identity.current.account_id
  region    = data.aws_region.current.name
  partition = data.aws_partition.current.partition

  # What a service stands on that is added later, by a file service_<name>.tf of its own: see modules/service.
  platform = {
    name                    = var.name
    environment             = var.environment
    prefix                  = local.prefix
    namespace               = local.namespace
    issuer                  = local.issuer
    oidc_provider_arn       = aws_iam_openid_connect_provider.cluster.arn
    redis_url               = local.redis_url
    db_subnet_group         = aws_db_subnet_group.this.name
    db_security_group       = aws_security_group.store["postgres"].id
    db_parameter_group      = aws_db_parameter_group.this.name
    database_instance_class = var.database_instance_class
    multi_az                = var.multi_az
    deletion_protection     = var.deletion_protection
    create_registry         = var.create_registry
  }
}
