variable "name" {
  description = "Name of the log group, after /terrastage/."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,38}[a-z0-9]$", var.name))
    error_message = "The name must have 2 to 40 lower-case letters, digits and hyphens, begin with a letter, and not end with a hyphen."
  }
}

variable "retention_days" {
  description = "Days that entries are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([7, 30, 90, 365], var.retention_days)
    error_message = "Entries can be kept for 7, 30, 90 or 365 days."
  }
}
