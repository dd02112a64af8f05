output "name" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.id
}

output "arn" {
  description = "ARN of the bucket, for IAM policies."
  value       = aws_s3_bucket.this.arn
}

output "region" {
  description = "Region that the bucket is in."
  value       = aws_s3_bucket.this.region
}

output "domain_name" {
  description = "Host name of the bucket in its region, for S3 clients."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}

output "console_url" {
  description = "Address of the bucket in the AWS console."
  value       = "https://console.aws.amazon.com/s3/buckets/${aws_s3_bucket.this.id}?region=${aws_s3_bucket.this.region}"
}
