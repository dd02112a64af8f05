locals {
  port = {
    postgres = 5432
    mysql    = 3306
  }[var.engine]
}

resource "aws_db_subnet_group" "this" {
  name_prefix = "${var.name}-"
  description = "Database subnets for ${var.name}"
  subnet_ids  = var.subnet_ids

  # One that was adopted has a name and a description of its own, and another name would be another group.
  lifecycle {
    ignore_changes = [name_prefix, description]
  }
}

resource "aws_security_group" "this" {
  name_prefix = "database-${var.name}-"
  description = "Database: only named security groups may connect"
  vpc_id      = var.vpc_id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "clients" {
  for_each = setunion(var.allowed_security_group_ids, var.client_security_group_ids)

  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = each.key
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
}
