locals {
  tags = {
    ManagedBy = "terraform"
    Platform  = var.name
  }
}

provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account]

  default_tags {
    tags = local.tags
  }
}

# The second account by a role in it. Without one the provider is that of the first and makes nothing.
provider "aws" {
  alias               = "second"
  region              = var.second_account == null ? var.region : var.second_account.region
  allowed_account_ids = [var.second_account == null ? var.account : var.second_account.account]

  dynamic "assume_role" {
    for_each = var.second_account[*]

    content {
      role_arn     = assume_role.value.role_arn
      session_name = "${var.name}-access"
      external_id  = assume_role.value.external_id
    }
  }

  default_tags {
    tags = local.tags
  }
}
