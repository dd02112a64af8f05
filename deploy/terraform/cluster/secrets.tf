# What the portal needs to know and nobody else. The first two are made by AWS and written without passing through the
# state; a higher version makes new ones. The client's secret is in the state all the same: its own resource has it.
variable "secrets_version" {
  description = "Raise it by one to replace the portal's own secrets. Everybody then logs in anew."
  type        = number
  default     = 1
  nullable    = false
}

ephemeral "aws_secretsmanager_random_password" "backend" {
  password_length     = 48
  exclude_punctuation = true
}

ephemeral "aws_secretsmanager_random_password" "session" {
  password_length     = 48
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret" "portal" {
  name_prefix             = "${var.name}/portal-"
  description             = "The portal's own secrets and those of its login"
  recovery_window_in_days = var.protect ? 30 : 0
}

resource "aws_secretsmanager_secret_version" "portal" {
  secret_id = aws_secretsmanager_secret.portal.id

  secret_string_wo = jsonencode({
    backendSecret = ephemeral.aws_secretsmanager_random_password.backend.random_password
    sessionSecret = ephemeral.aws_secretsmanager_random_password.session.random_password
    clientSecret  = aws_cognito_user_pool_client.portal.client_secret
  })
  secret_string_wo_version = var.secrets_version
}
