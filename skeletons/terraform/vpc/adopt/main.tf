variable "id" {
  description = "Id of the VPC."
  type        = string
  nullable    = false
}

variable "planned" {
  description = "What would be made in it, by address: `type`, and `values` as far as they are known."
  type        = any
  nullable    = false
}

data "aws_subnets" "all" {
  filter {
    name   = "vpc-id"
    values = [var.id]
  }
}

data "aws_subnet" "all" {
  for_each = toset(data.aws_subnets.all.ids)

  id = each.key
}

data "aws_security_group" "default" {
  vpc_id = var.id
  name   = "default"
}

data "aws_internet_gateway" "this" {
  count = contains(keys(var.planned), "aws_internet_gateway.this[0]") ? 1 : 0

  filter {
    name   = "attachment.vpc-id"
    values = [var.id]
  }
}

locals {
  # Subnets are known by their range. By name (private-1): what is wanted, and the id of what there is.
  wanted = {
    for address, one in var.planned : split("\"", address)[1] => one.values
    if one.type == "aws_subnet"
  }
  subnets = {
    for name, subnet in local.wanted : name => one([
      for id, found in data.aws_subnet.all : id if found.cidr_block == subnet.cidr_block
    ])
  }
  found = { for name, id in local.subnets : name => id if id != null }

  foreign = [
    for id, subnet in data.aws_subnet.all : subnet.cidr_block if !contains(values(local.found), id)
  ]
  lacking = [for name, subnet in local.wanted : "${name} ${subnet.cidr_block}" if local.subnets[name] == null]
}

output "imports" {
  description = "Ids by address; null where there is nothing."
  value = merge(
    { "aws_default_security_group.closed" = data.aws_security_group.default.id },
    { for gateway in data.aws_internet_gateway.this : "aws_internet_gateway.this[0]" => gateway.id },
    { for name, id in local.found : "aws_subnet.this[\"${name}\"]" => id },
    local.route_imports,
    local.nat_imports,
    local.endpoint_imports,
  )

  # A subnet cannot be moved, and one that is to be made could lie where another one is.
  precondition {
    condition     = length(local.lacking) == 0 || length(local.foreign) == 0
    error_message = "The network is laid out in another way than this template lays it out: it has ${join(", ", local.foreign)}, and lacks ${join(", ", local.lacking)}. Choose the range, the zones and the kinds of subnets that it has; where they lie elsewhere it cannot be adopted."
  }
}
