data "aws_region" "current" {}

data "aws_partition" "current" {}

locals {
  # A name that is not there is refused by the variable's own rule.
  subnet = try(var.subnets[var.subnet], { id = "", tier = "", reaches_ssm_through = "nothing" })

  reaches_ssm_through = (
    local.subnet.reaches_ssm_through == "public_address" && !var.public_address
    ? "nothing"
    : local.subnet.reaches_ssm_through
  )
}

resource "aws_instance" "this" {
  ami           = var.ami_id == null ? one(data.aws_ssm_parameter.amazon_linux[*].insecure_value) : one(data.aws_ami.given[*].id)
  instance_type = var.instance_type
  monitoring    = var.detailed_monitoring

  iam_instance_profile = aws_iam_instance_profile.this.name

  subnet_id              = local.subnet.id
  vpc_security_group_ids = [aws_security_group.this.id]

  # At the launch, so that the user data finds a way out. Null leaves it to the subnet, which gives none: the
  # postcondition makes sure.
  associate_public_ip_address = var.public_address ? true : null

  user_data                   = var.user_data
  user_data_replace_on_change = true

  # Version 2 only, and no further than the machine itself: what runs in a container on it gets no credentials.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  root_block_device {
    encrypted             = true
    volume_type           = "gp3"
    volume_size           = var.root_volume_size
    delete_on_termination = true
  }

  # Burstable types: slower when their credits are used up, and not dearer.
  dynamic "credit_specification" {
    for_each = can(regex("^t[0-9]", var.instance_type)) ? ["standard"] : []

    content {
      cpu_credits = credit_specification.value
    }
  }

  lifecycle {
    # A newer Amazon Linux must not replace a running machine. Another choice of image or address does: the
    # security group's tags carry them.
    ignore_changes       = [ami]
    replace_triggered_by = [aws_security_group.this.tags]

    precondition {
      condition     = !var.public_address || local.subnet.tier == "public"
      error_message = "A public address is of use only in a public subnet: ${var.subnet} has no way to the internet. Take a public subnet, or no public address."
    }

    precondition {
      condition     = local.reaches_ssm_through != "nothing"
      error_message = "Systems Manager cannot be reached from ${var.subnet}, so nobody could log in. The network needs a NAT gateway (for private subnets) or the interface endpoints ssm, ssmmessages and ec2messages; in a public subnet a public address will do."
    }

    precondition {
      condition     = var.ami_id == null || try(contains(data.aws_ec2_instance_type.this.supported_architectures, data.aws_ami.given[0].architecture), false)
      error_message = "The image ${coalesce(var.ami_id, "-")} is for another processor than ${var.instance_type} has (${local.architecture})."
    }

    postcondition {
      condition     = var.public_address || self.public_ip == ""
      error_message = "The instance has a public address that nobody asked for: either the subnet ${var.subnet} gives them out by itself, or somebody attached one. Turn that off and run again."
    }
  }

  # The agent and the user data start with the machine: where they may connect to and what they may do there has
  # to be in place before.
  depends_on = [
    aws_iam_role_policy_attachment.ssm,
    aws_vpc_security_group_egress_rule.all,
  ]
}
