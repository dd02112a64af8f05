variable "name" {
  description = "Identifier of the database instance."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,61}[a-z0-9]$", var.name)) && !strcontains(var.name, "--")
    error_message = "The name must have 2 to 63 lower-case letters, digits and hyphens, begin with a letter, not end with a hyphen and not have two hyphens in a row."
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

variable "subnet_ids" {
  description = "Ids of the network's database subnets, in at least two zones. The portal fills it from the chosen VPC."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "A database needs database subnets in at least two zones; this network has ${length(var.subnet_ids)}. Give the network two zones and database subnets, or choose another."
  }
}

variable "engine" {
  description = "Kind of database: postgres or mysql. Another one is another database: a change replaces it."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["postgres", "mysql"], var.engine)
    error_message = "The engine must be postgres or mysql."
  }
}

variable "engine_version" {
  description = "Version of the engine: 17, 16 or 15 for PostgreSQL, 8.4 or 8.0 for MySQL. AWS picks the minor version and keeps it up to date."
  type        = string
  nullable    = false

  validation {
    condition = contains({
      postgres = ["17", "16", "15"]
      mysql    = ["8.4", "8.0"]
    }[var.engine], var.engine_version)
    error_message = "PostgreSQL comes in versions 17, 16 and 15, MySQL in 8.4 and 8.0."
  }
}

variable "instance_class" {
  description = "Class of the instance. Which ones there are to choose from depends on the environment."
  type        = string
  default     = "db.t4g.micro"
  nullable    = false

  validation {
    condition     = can(regex("^db[.][a-z][a-z0-9]*[.](micro|small|medium|large|[0-9]{0,2}xlarge)$", var.instance_class))
    error_message = "The class must be one of RDS, such as db.t4g.micro."
  }
}

variable "storage_gb" {
  description = "Size of the encrypted gp3 storage, in GiB. It can grow later, not shrink."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = var.storage_gb >= 20 && var.storage_gb <= 4096 && floor(var.storage_gb) == var.storage_gb
    error_message = "The storage must have 20 to 4096 whole GiB."
  }
}

variable "storage_autoscaling" {
  description = "Let AWS enlarge the storage when it runs full, up to twice its size."
  type        = bool
  default     = false
  nullable    = false
}

variable "database_name" {
  description = "Name of the database that is there from the start. Another name makes a new instance."
  type        = string
  default     = "app"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,62}$", var.database_name))
    error_message = "The database's name must have 1 to 63 lower-case letters, digits and underscores and begin with a letter."
  }

  validation {
    condition     = !can(regex("^(rdsadmin|postgres|template[01]|mysql|sys|innodb|information_schema|performance_schema|(all|alter|and|create|database|default|delete|drop|from|grant|group|index|insert|not|null|or|order|primary|select|table|union|update|user|values|where))$", var.database_name))
    error_message = "The database's name must not be one that the engine keeps for itself, nor a word of SQL."
  }
}

variable "master_username" {
  description = "Name of the master user. Its password is made and rotated by AWS, in Secrets Manager. Another name makes a new instance."
  type        = string
  default     = "dbadmin"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,15}$", var.master_username))
    error_message = "The master user's name must have 1 to 16 lower-case letters, digits and underscores and begin with a letter."
  }

  validation {
    condition     = !can(regex("^(rds.*|pg_.*|admin|administrator|root|public|guest|mysql|sys|sysadmin|superuser|replication|(all|alter|and|create|database|default|delete|drop|from|grant|group|index|insert|master|not|null|or|order|primary|select|table|union|update|user|values|where))$", var.master_username))
    error_message = "The master user's name must not be one that AWS or the engine keeps for itself (rds..., pg_..., admin, root and the like), nor a word of SQL."
  }
}

variable "allowed_security_group_ids" {
  description = "Security groups whose members may connect. Without any, and without chosen instances, nobody can."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for id in var.allowed_security_group_ids : can(regex("^sg-([0-9a-f]{8}|[0-9a-f]{17})$", id))])
    error_message = "Who may connect must be ids of security groups, such as sg-0a1b2c3d4e5f60718."
  }

  validation {
    condition     = length(var.allowed_security_group_ids) <= 20
    error_message = "At most 20 security groups may connect."
  }
}

variable "client_security_group_ids" {
  description = "Security groups of the instances that may connect. The portal fills it from the chosen instances."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "multi_az" {
  description = "Keep a second instance in another zone that takes over when the first one fails. It doubles the price."
  type        = bool
  default     = false
  nullable    = false
}

variable "backup_retention_days" {
  description = "Days for which automatic backups are kept, 0 to 35. With 0 there are none."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.backup_retention_days >= 0 && var.backup_retention_days <= 35 && floor(var.backup_retention_days) == var.backup_retention_days
    error_message = "Backups must be kept for 0 to 35 whole days."
  }
}

variable "deletion_protection" {
  description = "Refuse to delete the database until a change has taken the protection away."
  type        = bool
  default     = false
  nullable    = false
}

variable "final_snapshot" {
  description = "Keep a last snapshot when the database is deleted. It stays, and costs, until somebody deletes it."
  type        = bool
  default     = true
  nullable    = false
}

variable "performance_insights" {
  description = "Record what the database waits for, for seven days, which costs nothing. Small classes have no room for it with MySQL."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !var.performance_insights || var.engine != "mysql" || !can(regex("[.](micro|small)$", var.instance_class))
    error_message = "MySQL has no Performance Insights on micro and small classes."
  }
}

variable "apply_immediately" {
  description = "Make changes that restart the database at once, and not in the next maintenance window."
  type        = bool
  default     = true
  nullable    = false
}
