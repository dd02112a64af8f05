variable "name" {
  description = "Name of the platform; names of roles and policies begin with it."
  type        = string
  default     = "terrastage"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "Use 3 to 20 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "region" {
  description = "Region of the platform."
  type        = string
  nullable    = false
}

variable "account" {
  description = "AWS account of the platform, twelve digits."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "An account has twelve digits."
  }
}

variable "oidc_issuer" {
  description = "Of the cluster: the cluster stack's output oidc_issuer."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^https://[^*?]+$", var.oidc_issuer))
    error_message = "The issuer is an https address."
  }
}

variable "portal_namespace" {
  description = "Namespace of the portal."
  type        = string
  default     = "terrastage"
  nullable    = false
}

variable "runs_namespace" {
  description = "Namespace of the runners."
  type        = string
  default     = "terrastage-runs"
  nullable    = false

  validation {
    condition     = var.runs_namespace != var.portal_namespace
    error_message = "Runners need a namespace of their own: who can make pods beside the portal can use its role."
  }
}

variable "user_pool_arn" {
  description = "User pool that the portal manages: of the cluster stack's output login."
  type        = string
  nullable    = false
}

variable "state" {
  description = "Outputs of the bootstrap in the platform's account: the state buckets of its environments and their key."
  type = object({
    buckets     = set(string)
    kms_key_arn = string
  })
  nullable = false
}

variable "bucket_names" {
  description = "Names that S3 buckets of people may have, such as acme-*. Buckets outside of these are out of reach."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.bucket_names) > 0 && alltrue([for name in var.bucket_names : can(regex("^[a-z0-9][a-z0-9.-]{2,61}[*]?$", name))])
    error_message = "Begin each name with three characters at least, such as acme-*: names of buckets are the whole world's, and * would be every bucket of the account."
  }
}

variable "resource_regions" {
  description = "Regions in which runs may make something."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.resource_regions) > 0 && alltrue([for region in var.resource_regions : can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", region))])
    error_message = "Name regions such as eu-west-1."
  }
}

variable "own_templates" {
  description = "Policies of templates of your own, by type, as JSON: each gets a role in both accounts, within the boundary."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for type, policy in var.own_templates : can(regex("^[a-z][a-z0-9-]{1,39}$", type)) && can(jsondecode(policy).Statement)])
    error_message = "Each policy is a JSON document with a Statement, by the template's type."
  }

  validation {
    condition     = alltrue([for type in keys(var.own_templates) : !contains(["ec2-instance", "rds-database", "s3-bucket", "vpc", "runner", "portal"], type)])
    error_message = "A type of your own needs a name of its own."
  }
}

variable "more_services" {
  description = "Services that the boundary lets templates of your own use besides those of the templates that ship, such as sqs."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for service in var.more_services : can(regex("^[a-z0-9-]+$", service))]) && length(setintersection(var.more_services, ["cloudtrail", "iam", "organizations", "sts"])) == 0
    error_message = "Name services by their prefix in IAM. CloudTrail, IAM, Organizations and STS are nobody's to give."
  }
}

variable "secret_arns" {
  description = "Secrets that External Secrets may read for the portal: the cluster stack's portal_secret_arn and database.secret_arn, and those of the chart's secrets.environment."
  type        = set(string)
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.secret_arns : can(regex("^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^*]+$", arn))])
    error_message = "Name single secrets by their ARN, without wildcards."
  }
}

variable "hosted_zone_id" {
  description = "Zone in which external-dns may write. Default: none, since Terraform makes the portal's record."
  type        = string
  default     = null
}

variable "second_account" {
  description = "Another account whose resources people may make: its number, the role by which these roles are made there, its state buckets with their key, and what holds there as here."
  type = object({
    account          = string
    region           = string
    role_arn         = string
    external_id      = optional(string)
    state_buckets    = set(string)
    kms_key_arn      = string
    bucket_names     = set(string)
    resource_regions = set(string)
  })
  default = null

  validation {
    condition     = var.second_account == null || can(regex("^[0-9]{12}$", var.second_account.account)) && try(var.second_account.account, "") != var.account
    error_message = "The second account has twelve digits, and others than the first."
  }
}
