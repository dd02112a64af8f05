# The interface is made apart from the instance: so the address in the network outlives a replaced machine, and
# no subnet's own settings can give it a public one.
resource "aws_network_interface" "this" {
  description     = "Instance ${var.name}"
  subnet_id       = local.subnet.id
  security_groups = [aws_security_group.this.id]
}

resource "aws_eip" "this" {
  count = var.public_address ? 1 : 0

  domain            = "vpc"
  network_interface = aws_network_interface.this.id

  lifecycle {
    precondition {
      condition     = local.subnet.tier == "public"
      error_message = "A public address is of use only in a public subnet: ${var.subnet} has no way to the internet. Take a public subnet, or no public address."
    }
  }
}

# No inbound rule: people come in through Systems Manager, which the machine calls, not the other way round.
resource "aws_security_group" "this" {
  name_prefix = "instance-${var.name}-"
  description = "Instance without inbound rules"
  vpc_id      = var.vpc_id

  tags = {
    # Not for people alone: see the instance's lifecycle.
    Image = coalesce(var.ami_id, "amazon-linux-2023-${local.architecture}")
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
