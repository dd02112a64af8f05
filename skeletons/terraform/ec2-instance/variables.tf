variable "name" {
  description = "Name of the instance."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,38}[a-z0-9]$", var.name))
    error_message = "The name must have 2 to 40 lower-case letters, digits and hyphens, begin with a letter and end with a letter or digit."
  }
}

variable "vpc_id" {
  description = "Id of the network. The portal fills it from the chosen VPC."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^vpc-[0-9a-f]{8,17}$", var.vpc_id))
    error_message = "The network must be the id of a VPC, such as vpc-0a1b2c3d4e5f60718."
  }
}

variable "subnets" {
  description = "Subnets of the network by name: id, kind (private, public or database), and through what a machine in it reaches Systems Manager (endpoints, nat, public_address or nothing). The portal fills it from the chosen VPC."
  type = map(object({
    id                  = string
    tier                = string
    reaches_ssm_through = string
  }))
  nullable = false
}

variable "subnet" {
  description = "Name of the subnet that the instance stands in, such as private-1."
  type        = string
  default     = "private-1"
  nullable    = false

  validation {
    condition     = can(regex("^(private|public|database)-[1-3]$", var.subnet))
    error_message = "The subnet must be private, public or database and its zone, such as private-1."
  }

  validation {
    condition     = contains(keys(var.subnets), var.subnet)
    error_message = "The network has no subnet ${var.subnet}, only ${join(", ", keys(var.subnets))}."
  }
}

variable "instance_type" {
  description = "Type of the instance. Which ones there are to choose from depends on the environment."
  type        = string
  default     = "t4g.micro"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*[.](nano|micro|small|medium|large|[0-9]{0,2}xlarge)$", var.instance_type))
    error_message = "The instance type must be one of EC2, such as t4g.micro."
  }
}

variable "ami_id" {
  description = "Id of the image. Without it the latest Amazon Linux 2023 for the type's processor. The SSM agent must be in it."
  type        = string
  default     = null

  validation {
    condition     = var.ami_id == null || can(regex("^ami-([0-9a-f]{8}|[0-9a-f]{17})$", var.ami_id))
    error_message = "The image must be the id of an AMI, such as ami-0a1b2c3d4e5f60718."
  }
}

variable "root_volume_size" {
  description = "Size of the encrypted gp3 root volume, in GiB. It can grow later, not shrink."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = var.root_volume_size >= 8 && var.root_volume_size <= 1000 && floor(var.root_volume_size) == var.root_volume_size
    error_message = "The root volume must have 8 to 1000 whole GiB."
  }
}

variable "public_address" {
  description = "Give the instance a public IPv4 address, in a public subnet. Nothing from outside reaches it by that: there is no inbound rule."
  type        = bool
  default     = false
  nullable    = false
}

variable "detailed_monitoring" {
  description = "Metrics every minute and not every five."
  type        = bool
  default     = false
  nullable    = false
}

variable "user_data" {
  description = "Script or cloud-config that runs at the first start, taken literally. Everyone who may describe the instance can read it: no secrets."
  type        = string
  default     = null

  validation {
    condition     = var.user_data == null || can(regex("^#(!/|cloud-config\\r?\\n)", var.user_data))
    error_message = "The user data must begin with #!/ or #cloud-config: cloud-init ignores anything else."
  }

  validation {
    # 21844 characters of Base64 are 16383 bytes.
    condition     = var.user_data == null || try(length(base64encode(var.user_data)) <= 21844, false)
    error_message = "The user data must have at most 16383 bytes: AWS takes no more."
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
