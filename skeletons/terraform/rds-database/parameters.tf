locals {
  # What makes the engine refuse connections without TLS.
  tls_only = {
    postgres = { name = "rds.force_ssl", value = "1" }
    mysql    = { name = "require_secure_transport", value = "ON" }
  }[var.engine]
}

resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-"
  description = "Connections to ${var.name} only with TLS"
  family      = "${var.engine}${var.engine_version}"

  parameter {
    name         = local.tls_only.name
    value        = local.tls_only.value
    apply_method = "immediate"
  }

  # Another version has another family, and a group in use cannot go.
  lifecycle {
    create_before_destroy = true
  }
}
