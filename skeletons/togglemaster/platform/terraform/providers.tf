# Where the state lies is said at init: terraform init -backend-config=environments/<environment>.s3.tfbackend
# Terrastage brings its own backend, region and tags, and leaves this file out.
terraform {
  backend "s3" {}
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Name        = local.prefix
      Environment = var.environment
      ManagedBy   = "terraform"
      Platform    = var.name
    }
  }
}
