data "aws_nat_gateways" "all" {
  vpc_id = var.id

  filter {
    name   = "state"
    values = ["available"]
  }
}

data "aws_nat_gateway" "all" {
  for_each = toset(data.aws_nat_gateways.all.ids)

  id = each.key
}

locals {
  nat_zones = {
    for id, gateway in data.aws_nat_gateway.all : id => one([
      for name, subnet_id in local.found : trimprefix(name, "public-")
      if subnet_id == gateway.subnet_id && startswith(name, "public-")
    ])
  }

  nat_imports = merge([
    for id, zone in local.nat_zones : zone == null ? {} : {
      "aws_nat_gateway.this[\"${zone}\"]" = id
      "aws_eip.nat[\"${zone}\"]"          = data.aws_nat_gateway.all[id].allocation_id
    }
  ]...)

  # Gateway endpoints are seen by their routes.
  endpoint_ids = toset(flatten([
    for table in data.aws_route_table.all : [
      for route in table.routes : route.gateway_id if startswith(coalesce(route.gateway_id, "-"), "vpce-")
    ]
  ]))
}

data "aws_vpc_endpoint" "gateway" {
  for_each = local.endpoint_ids

  id = each.key
}

locals {
  endpoint_imports = {
    for address, one in var.planned : address => try([
      for endpoint in data.aws_vpc_endpoint.gateway : endpoint.id if endpoint.service_name == one.values.service_name
    ][0], null)
    if startswith(address, "aws_vpc_endpoint.gateway[")
  }
}
