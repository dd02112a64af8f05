# CloudWatch encrypts log groups with keys of its own.
resource "aws_cloudwatch_log_group" "this" {
  name              = "/terrastage/${var.name}"
  retention_in_days = var.retention_days
}
