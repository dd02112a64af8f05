variable "name" {
  description = "Name of the service."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{2,19}$", var.name))
    error_message = "Use 3 to 20 lower-case letters and digits, beginning with a letter."
  }
}

variable "stores" {
  description = "What it has of its own: postgres, sqs, dynamodb; and whether it uses the platform's redis."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(setsubtract(var.stores, ["postgres", "redis", "sqs", "dynamodb"])) == 0
    error_message = "Stores are postgres, redis, sqs and dynamodb."
  }
}

variable "platform" {
  description = "What it stands on: local.platform of the root module."
  type = object({
    name                    = string
    environment             = string
    prefix                  = string
    namespace               = string
    issuer                  = string
    oidc_provider_arn       = string
    redis_url               = string
    db_subnet_group         = string
    db_security_group       = string
    db_parameter_group      = string
    database_instance_class = string
    multi_az                = bool
    deletion_protection     = bool
    create_registry         = bool
  })
  nullable = false
}
