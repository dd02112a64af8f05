data "aws_route_tables" "all" {
  vpc_id = var.id
}

data "aws_route_table" "all" {
  for_each = toset(data.aws_route_tables.all.ids)

  route_table_id = each.key
}

locals {
  # Table of each subnet that has one of its own; the others go by the main table.
  table_of = {
    for name, id in local.found : name => one([
      for table_id, table in data.aws_route_table.all : table_id
      if contains([for association in table.associations : association.subnet_id], id)
    ])
  }

  # Private subnets have a table each; of the other kinds the first one's table counts.
  tables = {
    for name, table_id in local.table_of : startswith(name, "private-") ? name : split("-", name)[0] => table_id
    if table_id != null && (startswith(name, "private-") || endswith(name, "-1"))
  }

  has_default_route = {
    for name, table_id in local.tables : name => contains(
      [for route in data.aws_route_table.all[table_id].routes : route.cidr_block], "0.0.0.0/0",
    )
  }

  route_imports = merge(
    { for name, table_id in local.tables : "aws_route_table.this[\"${name}\"]" => table_id },
    {
      for name, table_id in local.table_of : "aws_route_table_association.this[\"${name}\"]" =>
      table_id == null ? null : "${local.found[name]}/${table_id}"
    },
    {
      for name, table_id in local.tables :
      name == "public" ? "aws_route.internet[0]" : "aws_route.nat[\"${trimprefix(name, "private-")}\"]" => "${table_id}_0.0.0.0/0"
      if local.has_default_route[name] && name != "database"
    },
  )
}
