data "aws_ec2_instance_type" "this" {
  instance_type = var.instance_type
}

locals {
  architecture = contains(data.aws_ec2_instance_type.this.supported_architectures, "arm64") ? "arm64" : "x86_64"
}

# AWS' public parameter: the latest Amazon Linux 2023, which has the SSM agent.
data "aws_ssm_parameter" "amazon_linux" {
  count = var.ami_id == null ? 1 : 0

  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${local.architecture}"
}

data "aws_ami" "given" {
  count = var.ami_id == null ? 0 : 1

  most_recent = true

  filter {
    name   = "image-id"
    values = [var.ami_id]
  }
}
