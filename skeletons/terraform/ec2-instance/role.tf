resource "aws_iam_role" "this" {
  # 38 characters are what AWS leaves for a prefix.
  name_prefix = substr("instance-${var.name}-", 0, 38)
  description = "The instance ${var.name}: managed by Systems Manager"

  permissions_boundary = var.permissions_boundary

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "ec2.amazonaws.com" }
        Action    = "sts:AssumeRole"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "ssm" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "this" {
  name_prefix = substr("instance-${var.name}-", 0, 38)
  role        = aws_iam_role.this.name
}
