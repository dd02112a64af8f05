variable "name" {
  description = "Name of the platform; names of what is made begin with it."
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
  description = "AWS account, twelve digits. Credentials of another account stop before anything is made."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "An account has twelve digits."
  }
}

variable "cidr_block" {
  description = "Range of the platform's own network. It should not overlap with networks that it is to reach."
  type        = string
  default     = "10.64.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.cidr_block)) && try(tonumber(split("/", var.cidr_block)[1]) <= 20 && tonumber(split("/", var.cidr_block)[1]) >= 16, false)
    error_message = "Use an IPv4 range from /16 to /20, such as 10.64.0.0/16."
  }
}

variable "nat" {
  description = "NAT gateways for three zones: per_zone, or single, which costs a third and fails with its zone."
  type        = string
  default     = "single"
  nullable    = false

  validation {
    condition     = contains(["single", "per_zone"], var.nat)
    error_message = "NAT must be single or per_zone."
  }
}

variable "interface_endpoints" {
  description = "AWS services that are reached without NAT, such as ecr.api. Each costs by the hour in three zones, and saves NAT traffic: it pays from about 500 GB a month on. S3, where the layers of images are, has a gateway endpoint that costs nothing."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for service in var.interface_endpoints : can(regex("^[a-z0-9.-]+$", service)) && !contains(["s3", "dynamodb"], service)])
    error_message = "Name services as in com.amazonaws.<region>.<service>. S3 and DynamoDB have gateway endpoints already."
  }
}

variable "kubernetes_version" {
  description = "Kubernetes of the cluster. It only goes up, one minor version at a time."
  type        = string
  default     = "1.34"
  nullable    = false

  validation {
    condition     = can(regex("^1[.][0-9]{2}$", var.kubernetes_version))
    error_message = "Write the minor version, such as 1.34."
  }
}

variable "cluster_endpoint_cidrs" {
  description = "Addresses from which the cluster's API is reached over the internet. Default: none, so that it is reached from inside of the network alone."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for range in var.cluster_endpoint_cidrs : can(cidrnetmask(range)) && try(tonumber(split("/", range)[1]) >= 16, false)])
    error_message = "Name the addresses of your offices or runners, at most a /16 each; the whole internet is not one."
  }
}

variable "cluster_admin_role_arns" {
  description = "Roles that administer the cluster, the one that installs the platform among them. Nobody else gets in, not even who made it."
  type        = set(string)
  default     = []
  nullable    = false
}

variable "internet_facing" {
  description = "Put the portal's load balancer into the internet. Default: into the private subnets, for people on a VPN or a connected network."
  type        = bool
  default     = false
  nullable    = false
}

variable "allowed_cidrs" {
  description = "Addresses from which people reach the portal. Default: private networks."
  type        = set(string)
  default     = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]
  nullable    = false

  validation {
    condition     = length(var.allowed_cidrs) > 0 && alltrue([for range in var.allowed_cidrs : can(cidrnetmask(range))])
    error_message = "Name at least one IPv4 range."
  }
}

variable "hosted_zone_id" {
  description = "Public Route 53 zone in which the portal's name is: it proves the certificate and holds the record."
  type        = string
  nullable    = false
}

variable "domain_name" {
  description = "Name of the portal, such as portal.example.com."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?[.])+[a-z]{2,}$", var.domain_name))
    error_message = "Use a full name in lower case, such as portal.example.com."
  }
}

variable "login_domain" {
  description = "First part of the login page's address, unique in the region. Default: name and account."
  type        = string
  default     = null
}

variable "mfa" {
  description = "Second factor of the login by an app: ON, OPTIONAL or OFF."
  type        = string
  default     = "OPTIONAL"
  nullable    = false

  validation {
    condition     = contains(["ON", "OPTIONAL", "OFF"], var.mfa)
    error_message = "MFA must be ON, OPTIONAL or OFF."
  }
}

variable "database_instance_class" {
  description = "Size of the portal's database."
  type        = string
  default     = "db.t4g.medium"
  nullable    = false
}

variable "database_storage_gb" {
  description = "Storage of the portal's database in GB; it grows by itself to four times that."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = var.database_storage_gb >= 20 && var.database_storage_gb <= 1000
    error_message = "Use 20 to 1000 GB."
  }
}

variable "database_multi_az" {
  description = "Keep a second database in another zone that takes over within a minute or two. Doubles its cost."
  type        = bool
  default     = true
  nullable    = false
}

variable "database_backup_days" {
  description = "Days for which the database can be brought back to any second."
  type        = number
  default     = 14
  nullable    = false

  validation {
    condition     = var.database_backup_days >= 7 && var.database_backup_days <= 35
    error_message = "Use 7 to 35 days: the inventory is the only place that says whose a resource is."
  }
}

variable "protect" {
  description = "Refuse to delete the database, the user pool and images, and keep a last snapshot. Turn it off before a destroy."
  type        = bool
  default     = true
  nullable    = false
}
