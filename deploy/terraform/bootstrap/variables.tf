variable "name" {
  description = "Name of the platform; names of buckets and keys begin with it."
  type        = string
  default     = "terrastage"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "Use 3 to 20 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "region" {
  description = "Region of the buckets."
  type        = string
  nullable    = false
}

variable "account" {
  description = "AWS account, twelve digits. Credentials of another account stop before anything is made."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "An account has twelve digits."
  }
}

variable "environments" {
  description = "Environments of the portal whose resources are in this account: each has a state bucket."
  type        = set(string)
  default     = ["dev", "staging", "prod"]
  nullable    = false

  validation {
    condition     = alltrue([for name in var.environments : can(regex("^[a-z][a-z0-9-]{1,9}$", name)) && name != "platform"])
    error_message = "Use 2 to 10 lower-case letters, digits and hyphens; platform is the bucket of these stacks."
  }
}

variable "reader_role_arns" {
  description = "Roles of other accounts that may read the states: the portal's, where it stands in another account."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.reader_role_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[^*]+$", arn))])
    error_message = "Name single roles by their ARN, without wildcards."
  }
}

variable "kept_versions_days" {
  description = "Days for which an earlier version of a state is kept. Restoring reaches as far back."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = var.kept_versions_days >= 30
    error_message = "Keep earlier versions for 30 days at least: they are the only backup of a state."
  }
}

variable "kept_plans_days" {
  description = "Days for which saved plans are kept. A plan that waits for a confirmation needs its file."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.kept_plans_days >= 8
    error_message = "A plan may wait for seven days (resources.runs.confirmWithin): keep plans for 8 days at least."
  }
}

variable "force_destroy" {
  description = "Let a destroy delete buckets that have states in them. Whoever does that can never again delete what the states describe."
  type        = bool
  default     = false
  nullable    = false
}
