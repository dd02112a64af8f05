variable "name" {
  description = "Name of the platform; names of roles and policies begin with it."
  type        = string
}

variable "account" {
  description = "AWS account, twelve digits."
  type        = string
}

variable "oidc_issuer" {
  description = "Who signs the tokens of the cluster's service accounts."
  type        = string
}

variable "runs_namespace" {
  description = "Namespace of the runners."
  type        = string
}

variable "state_buckets" {
  description = "State buckets of the account's environments."
  type        = set(string)
}

variable "kms_key_arn" {
  description = "Key of the states."
  type        = string
}

variable "bucket_names" {
  description = "Names that S3 buckets of people may have."
  type        = set(string)

  validation {
    condition = alltrue(flatten([
      for pattern in var.bucket_names : [
        for bucket in var.state_buckets : !startswith(bucket, trimsuffix(pattern, "*"))
      ]
    ]))
    error_message = "The names of people's buckets must not include the state buckets: choose another beginning."
  }
}

variable "resource_regions" {
  description = "Regions in which runs may make something."
  type        = set(string)
}

variable "own_templates" {
  description = "Policies of templates of your own, by type, as JSON."
  type        = map(string)
}

variable "more_services" {
  description = "Services that the boundary lets templates of your own use, such as sqs."
  type        = set(string)
}
