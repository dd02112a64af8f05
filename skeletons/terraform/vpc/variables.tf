variable "name" {
  description = "Name of the network, on the VPC and as the first part of the names of what is in it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,38}[a-z0-9]$", var.name))
    error_message = "The name must have 2 to 40 lower-case letters, digits and hyphens, begin with a letter and end with a letter or digit."
  }
}

variable "cidr_block" {
  description = "Private IPv4 range of the network, /16 to /28, such as 10.20.0.0/16. AWS cannot change it later."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{1,3}([.][0-9]{1,3}){3}/[0-9]{1,2}$", var.cidr_block)) && can(cidrnetmask(var.cidr_block))
    error_message = "The range must be an IPv4 network in CIDR notation, such as 10.20.0.0/16."
  }

  validation {
    condition     = try(tonumber(split("/", var.cidr_block)[1]) >= 16 && tonumber(split("/", var.cidr_block)[1]) <= 28, false)
    error_message = "The range must be between /16 and /28: AWS has no larger and no smaller networks."
  }

  validation {
    condition     = can(regex("^(10[.]|172[.](1[6-9]|2[0-9]|3[01])[.]|192[.]168[.])", var.cidr_block))
    error_message = "The range must be private (RFC 1918): in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16."
  }

  validation {
    # An address that cannot be parsed at all is the first rule's.
    condition     = try(cidrsubnet(var.cidr_block, 0, 0) == var.cidr_block, true)
    error_message = "The range must have no host bits: ${var.cidr_block} lies in ${try(cidrsubnet(var.cidr_block, 0, 0), "another network")}."
  }
}

variable "zones" {
  description = "In how many availability zones there are subnets: 1 to 3. A database needs at least 2."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = contains([1, 2, 3], var.zones)
    error_message = "The network must be in 1, 2 or 3 zones."
  }

  validation {
    # The ranges of large networks are laid out for three zones and all kinds of subnets: /24 to /16 always fit.
    condition = try(tonumber(split("/", var.cidr_block)[1]), 0) <= 24 || try(
      pow(2, 28 - tonumber(split("/", var.cidr_block)[1])) >= var.zones * (1 + (var.public_subnets ? 1 : 0) + (var.database_subnets ? 1 : 0)),
      false,
    )
    error_message = "There is no room in ${var.cidr_block} for so many subnets: the smallest that AWS has is a /28. Take a range of /24 or larger, fewer zones, or fewer kinds of subnets."
  }
}

variable "public_subnets" {
  description = "Make a subnet with a way to and from the internet in each zone. NAT gateways stand in them."
  type        = bool
  default     = true
  nullable    = false
}

variable "database_subnets" {
  description = "Make a subnet without any way to the internet in each zone, for databases."
  type        = bool
  default     = true
  nullable    = false
}

variable "nat" {
  description = "NAT gateways, by which private subnets reach the internet: none, single (one for all zones) or per_zone."
  type        = string
  default     = "none"
  nullable    = false

  validation {
    condition     = contains(["none", "single", "per_zone"], var.nat)
    error_message = "NAT must be none, single or per_zone."
  }

  validation {
    condition     = var.nat == "none" || var.public_subnets
    error_message = "NAT gateways stand in public subnets: turn them on, or take no NAT."
  }
}

variable "interface_endpoints" {
  description = "AWS services that are reached inside the network, without NAT: any of ssm, ssmmessages, ec2messages, ecr.api, ecr.dkr and logs. Each costs by the hour and zone."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for service in var.interface_endpoints : contains(["ssm", "ssmmessages", "ec2messages", "ecr.api", "ecr.dkr", "logs"], service)])
    error_message = "Interface endpoints can be ssm, ssmmessages, ec2messages, ecr.api, ecr.dkr and logs."
  }
}

variable "flow_logs" {
  description = "Keep a record of all connections, accepted and refused, in CloudWatch Logs."
  type        = bool
  default     = true
  nullable    = false
}

variable "flow_log_retention_days" {
  description = "Days for which flow logs are kept: one of the periods that CloudWatch Logs has."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400], var.flow_log_retention_days)
    error_message = "Flow logs can be kept for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 or 400 days."
  }
}

variable "permissions_boundary" {
  description = "ARN of the policy that bounds what the role can do. The platform sets it where its own rights end there. Default: none."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary == null || can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:policy/[A-Za-z0-9+=,.@_/-]{1,128}$", var.permissions_boundary))
    error_message = "The boundary must be the ARN of a policy, such as arn:aws:iam::123456789012:policy/terrastage-made-boundary."
  }
}
