# No inbound rule: people come in through Systems Manager, which the machine calls, not the other way round.
resource "aws_security_group" "this" {
  name_prefix = "instance-${var.name}-"
  description = "Instance without inbound rules"
  vpc_id      = var.vpc_id

  tags = {
    # Not for people alone: see the instance's lifecycle.
    Image   = coalesce(var.ami_id, "amazon-linux-2023-${local.architecture}")
    Address = var.public_address ? "public" : "private"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "all" {
  security_group_id = aws_security_group.this.id
  description       = "Anywhere that the subnet leads to"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}
