variable "name" {
  description = "Name of the platform; begins the name of everything."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "Use 3 to 20 lower-case letters, digits and single hyphens, beginning with a letter."
  }
}

variable "environment" {
  description = "Name of the environment, such as dev."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,9}$", var.environment))
    error_message = "Use 2 to 10 lower-case letters and digits."
  }
}

variable "region" {
  description = "AWS region. Used by providers.tf."
  type        = string
  default     = "us-east-1"
  nullable    = false
}

variable "vpc_cidr" {
  description = "Addresses of the network; its subnets are sixteenths of it. With others than the default change gitops/environments/<environment>/shared too."
  type        = string
  default     = "10.0.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrhost(var.vpc_cidr, 0)) && tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 22
    error_message = "Use an IPv4 range from /16 to /22, such as 10.0.0.0/16."
  }
}

variable "kubernetes_version" {
  description = "Version of EKS."
  type        = string
  default     = "1.33"
  nullable    = false
}

variable "kubernetes_api_cidrs" {
  description = "Who reaches the Kubernetes API from outside the network. None: only from inside."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for range in var.kubernetes_api_cidrs : can(cidrhost(range, 0)) && range != "0.0.0.0/0"])
    error_message = "Name the ranges that may call the API; the whole internet is not one."
  }
}

variable "node_instance_type" {
  description = "Type of the nodes (x86-64)."
  type        = string
  default     = "t3.large"
  nullable    = false
}

variable "node_count" {
  description = "Nodes to begin with; the group goes from 1 to 4."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = contains([1, 2, 3, 4], var.node_count)
    error_message = "The group has 1 to 4 nodes."
  }
}

variable "shared_database" {
  description = "One PostgreSQL instance with three databases instead of three instances: cheaper, and they fail together."
  type        = bool
  default     = false
  nullable    = false
}

variable "database_instance_class" {
  description = "Class of the PostgreSQL instances."
  type        = string
  default     = "db.t4g.micro"
  nullable    = false
}

variable "multi_az" {
  description = "A standby of each database and of Redis in another zone."
  type        = bool
  default     = false
  nullable    = false
}

variable "deletion_protection" {
  description = "Refuses to delete databases and the table of counts, and leaves a last snapshot."
  type        = bool
  default     = false
  nullable    = false
}

variable "redis_node_type" {
  description = "Type of the Redis nodes."
  type        = string
  default     = "cache.t4g.micro"
  nullable    = false
}

variable "analytics_table" {
  description = "DynamoDB table of counts and events. Environments that share an account need one each."
  type        = string
  default     = "ToggleMasterAnalytics"
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_.-]{3,255}$", var.analytics_table))
    error_message = "Use 3 to 255 letters, digits, dots, hyphens and underscores."
  }
}

variable "create_registry" {
  description = "Makes the image repositories. Environments that share an account share them: one of them makes them."
  type        = bool
  default     = true
  nullable    = false
}

variable "github_repository" {
  description = "owner/name of the GitHub repository whose main branch may push images. Null: none."
  type        = string
  default     = null

  validation {
    condition     = var.github_repository == null || can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.github_repository))
    error_message = "Write it as owner/name."
  }
}
