variable "id" {
  description = "Identifier of the database instance."
  type        = string
  nullable    = false
}

variable "planned" {
  description = "What would be made beside it, by address."
  type        = any
  nullable    = false
}

data "aws_db_instance" "this" {
  db_instance_identifier = var.id
}

output "imports" {
  description = "Ids by address. AWS moves a database to another subnet group only with another network: so it keeps its own."
  value = {
    for address, one in var.planned : address => data.aws_db_instance.this.db_subnet_group
    if one.type == "aws_db_subnet_group"
  }

  precondition {
    condition     = data.aws_db_instance.this.db_subnet_group != "default"
    error_message = "The database stands in the account's default subnet group, which cannot become the property of one database: move it to a subnet group of its own in the chosen network first."
  }
}
