variable "name" {
  description = "Name of the bucket, unique in all of AWS. S3's rules for general purpose buckets apply."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.name))
    error_message = "The name must have 3 to 63 lower-case letters, digits, dots and hyphens, and begin and end with a letter or digit."
  }

  validation {
    condition     = !strcontains(var.name, "..")
    error_message = "The name must not have two dots in a row."
  }

  validation {
    condition     = !can(regex("^[0-9]{1,3}([.][0-9]{1,3}){3}$", var.name))
    error_message = "The name must not look like an IP address."
  }

  validation {
    condition     = alltrue([for prefix in ["xn--", "sthree-", "amzn-s3-demo-"] : !startswith(var.name, prefix)])
    error_message = "The name must not begin with xn--, sthree- or amzn-s3-demo-: AWS reserves them."
  }

  validation {
    condition     = alltrue([for suffix in ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"] : !endswith(var.name, suffix)])
    error_message = "The name must not end with -s3alias, --ol-s3, .mrap, --x-s3 or --table-s3: AWS reserves them."
  }
}

variable "versioning" {
  description = "Keep earlier versions of objects that are overwritten or deleted."
  type        = bool
  default     = true
  nullable    = false
}

variable "encryption" {
  description = "Encryption at rest: AES256 (keys of S3) or aws:kms (a key in KMS)."
  type        = string
  default     = "AES256"
  nullable    = false

  validation {
    condition     = contains(["AES256", "aws:kms"], var.encryption)
    error_message = "The encryption must be AES256 or aws:kms."
  }
}

variable "kms_key_arn" {
  description = "ARN of the KMS key, in the bucket's region. Without it aws:kms uses the account's own key for S3 (aws/s3)."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]+:[0-9]{12}:key/[a-zA-Z0-9-]{1,128}$", var.kms_key_arn))
    error_message = "The KMS key must be the ARN of a key, such as arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab."
  }

  validation {
    condition     = var.kms_key_arn == null || var.encryption == "aws:kms"
    error_message = "A KMS key needs the encryption aws:kms."
  }
}

variable "noncurrent_version_expiration_days" {
  description = "Days after which an earlier version of an object is deleted for good. Without it earlier versions stay."
  type        = number
  default     = null

  validation {
    condition = var.noncurrent_version_expiration_days == null || try(
      var.noncurrent_version_expiration_days >= 1 &&
      var.noncurrent_version_expiration_days <= 3650 &&
      floor(var.noncurrent_version_expiration_days) == var.noncurrent_version_expiration_days,
      false,
    )
    error_message = "Earlier versions must expire after 1 to 3650 whole days."
  }

  validation {
    condition     = var.noncurrent_version_expiration_days == null || var.versioning
    error_message = "Earlier versions can only expire where versioning is on."
  }
}

variable "transition_days" {
  description = "Days after which an object moves to the transition storage class. Without it objects stay in S3 Standard."
  type        = number
  default     = null

  validation {
    condition = var.transition_days == null || try(
      var.transition_days >= 1 &&
      var.transition_days <= 3650 &&
      floor(var.transition_days) == var.transition_days,
      false,
    )
    error_message = "Objects must move after 1 to 3650 whole days."
  }

  validation {
    condition     = var.transition_days == null || var.transition_storage_class != "STANDARD_IA" || try(var.transition_days >= 30, false)
    error_message = "Objects can move to STANDARD_IA after 30 days at the earliest."
  }
}

variable "transition_storage_class" {
  description = "Storage class that objects move to: INTELLIGENT_TIERING, STANDARD_IA, GLACIER_IR, GLACIER or DEEP_ARCHIVE."
  type        = string
  default     = "STANDARD_IA"
  nullable    = false

  validation {
    condition     = contains(["INTELLIGENT_TIERING", "STANDARD_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"], var.transition_storage_class)
    error_message = "The storage class must be INTELLIGENT_TIERING, STANDARD_IA, GLACIER_IR, GLACIER or DEEP_ARCHIVE."
  }
}

variable "abort_multipart_days" {
  description = "Days after which an unfinished multipart upload is thrown away. Without it its parts stay, and cost, for ever."
  type        = number
  default     = null

  validation {
    condition = var.abort_multipart_days == null || try(
      var.abort_multipart_days >= 1 &&
      var.abort_multipart_days <= 365 &&
      floor(var.abort_multipart_days) == var.abort_multipart_days,
      false,
    )
    error_message = "Unfinished uploads must be thrown away after 1 to 365 whole days."
  }
}

variable "access_log_bucket" {
  description = "Bucket, in the same account and region, that receives the access logs. Its policy must let logging.s3.amazonaws.com write. Without it there are none."
  type        = string
  default     = null

  validation {
    condition     = var.access_log_bucket == null || can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.access_log_bucket))
    error_message = "The bucket for access logs must be the name of a bucket."
  }

  validation {
    condition     = var.access_log_bucket == null || var.access_log_bucket != var.name
    error_message = "A bucket must not log its accesses into itself: each log would cause the next."
  }
}

variable "force_destroy" {
  description = "Let a destroy delete all objects and versions with the bucket. Without it the destroy of a bucket that is not empty fails and loses nothing."
  type        = bool
  default     = false
  nullable    = false
}
