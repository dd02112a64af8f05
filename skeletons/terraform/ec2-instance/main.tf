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

  network_interface {
    device_index         = 0
    network_interface_id = aws_network_interface.this.id
  }

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

  lifecycle {
    # A newer Amazon Linux must not replace a running machine. Another choice of image does: the security
    # group's tag carries it.
    ignore_changes       = [ami]
    replace_triggered_by = [aws_security_group.this.tags]

    precondition {
      condition     = local.reaches_ssm_through != "nothing"
      error_message = "Systems Manager cannot be reached from ${var.subnet}, so nobody could log in. The network needs a NAT gateway (for private subnets) or the interface endpoints ssm, ssmmessages and ec2messages; in a public subnet a public address will do."
    }

    precondition {
      condition     = var.ami_id == null || try(contains(data.aws_ec2_instance_type.this.supported_architectures, data.aws_ami.given[0].architecture), false)
      error_message = "The image ${coalesce(var.ami_id, "-")} is for another processor than ${var.instance_type} has (${local.architecture})."
    }
  }

  # The agent and the user data start with the machine: what they reach AWS by and what they may do there has to
  # be in place before.
  depends_on = [
    aws_eip.this,
    aws_iam_role_policy_attachment.ssm,
    aws_vpc_security_group_egress_rule.all,
  ]
}
