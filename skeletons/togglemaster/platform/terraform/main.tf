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
  partition = data.aws_partition.current.partition
}
