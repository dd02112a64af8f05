output "state_buckets" {
  description = "State buckets by environment, for resources.environments.<name>.stateBucket; platform is the one of these stacks."
  value       = { for purpose, bucket in aws_s3_bucket.state : purpose => bucket.bucket }
}

output "kms_key_arn" {
  description = "Key of the states, for resources.environments.<name>.kmsKeyId."
  value       = aws_kms_key.state.arn
}

output "backend" {
  description = "Settings of the S3 backend of the other stacks, but for the key."
  value = {
    bucket       = aws_s3_bucket.state["platform"].bucket
    region       = var.region
    kms_key_id   = aws_kms_key.state.arn
    encrypt      = true
    use_lockfile = true
  }
}
