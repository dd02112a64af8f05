locals {
  has_lifecycle = anytrue([
    var.noncurrent_version_expiration_days != null,
    var.transition_days != null,
    var.abort_multipart_days != null,
  ])
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count  = local.has_lifecycle ? 1 : 0
  bucket = aws_s3_bucket.this.id

  dynamic "rule" {
    for_each = var.noncurrent_version_expiration_days[*]

    content {
      id     = "expire-earlier-versions"
      status = "Enabled"

      filter {}

      noncurrent_version_expiration {
        noncurrent_days = rule.value
      }

      # A delete marker that hides nothing any more is only clutter in every listing.
      expiration {
        expired_object_delete_marker = true
      }
    }
  }

  dynamic "rule" {
    for_each = var.transition_days[*]

    content {
      id     = "move-to-cheaper-storage"
      status = "Enabled"

      filter {}

      transition {
        days          = rule.value
        storage_class = var.transition_storage_class
      }
    }
  }

  dynamic "rule" {
    for_each = var.abort_multipart_days[*]

    content {
      id     = "abort-unfinished-uploads"
      status = "Enabled"

      filter {}

      abort_incomplete_multipart_upload {
        days_after_initiation = rule.value
      }
    }
  }

  # Rules for earlier versions have to meet a bucket that has them.
  depends_on = [aws_s3_bucket_versioning.this]
}
