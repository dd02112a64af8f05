resource "aws_sqs_queue" "telemetry_dead" {
  name                      = "${local.prefix}-telemetry-dead"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}

resource "aws_sqs_queue" "telemetry" {
  name                       = "${local.prefix}-telemetry"
  message_retention_seconds  = 345600
  visibility_timeout_seconds = 30
  receive_wait_time_seconds  = 20
  sqs_managed_sse_enabled    = true

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.telemetry_dead.arn
    maxReceiveCount     = 5
  })
}
