# Without this resource a new bucket has no versions. Taking it away later suspends versioning and keeps the
# versions that are there.
resource "aws_s3_bucket_versioning" "this" {
  count  = var.versioning ? 1 : 0
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}
