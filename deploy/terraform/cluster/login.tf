locals {
  login_domain = coalesce(var.login_domain, "${var.name}-${var.account}")
  portal_url   = "https://${var.domain_name}"
}

# Email is the name to log in by, nobody signs up, and two attributes say whom the portal manages.
resource "aws_cognito_user_pool" "people" {
  name                = var.name
  username_attributes = ["email"]
  deletion_protection = var.protect ? "ACTIVE" : "INACTIVE"
  mfa_configuration   = var.mfa

  auto_verified_attributes = ["email"]

  admin_create_user_config {
    allow_admin_create_user_only = true
  }

  username_configuration {
    case_sensitive = false
  }

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  password_policy {
    minimum_length                   = 14
    require_lowercase                = true
    require_uppercase                = true
    require_numbers                  = true
    require_symbols                  = false
    temporary_password_validity_days = 7
  }

  dynamic "software_token_mfa_configuration" {
    for_each = var.mfa == "OFF" ? [] : [true]

    content {
      enabled = true
    }
  }

  schema {
    name                = "managed-by"
    attribute_data_type = "String"
    mutable             = true

    string_attribute_constraints {}
  }

  schema {
    name                = "disabled-by"
    attribute_data_type = "String"
    mutable             = true

    string_attribute_constraints {}
  }

  # An attribute cannot be taken away, and AWS fills in what the blocks above leave out.
  lifecycle {
    ignore_changes = [schema]
  }
}

resource "aws_cognito_user_pool_domain" "login" {
  domain       = local.login_domain
  user_pool_id = aws_cognito_user_pool.people.id
}

resource "aws_cognito_user_pool_client" "portal" {
  name         = "portal"
  user_pool_id = aws_cognito_user_pool.people.id

  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes                 = ["openid", "profile", "email"]
  supported_identity_providers         = ["COGNITO"]
  callback_urls                        = ["${local.portal_url}/api/auth/oidc/handler/frame"]
  logout_urls                          = [local.portal_url]

  # Nobody may write the marks of whom the portal manages.
  write_attributes              = ["name"]
  prevent_user_existence_errors = "ENABLED"
  enable_token_revocation       = true
}
