locals {
  # One private table a zone, also where one NAT gateway serves all: more or fewer of them later only changes routes.
  route_tables = merge(
    { for zone in range(var.zones) : "private-${zone + 1}" => "private" },
    { for tier in local.tiers : tier => tier if tier != "private" },
  )
}

resource "aws_route_table" "this" {
  for_each = local.route_tables

  vpc_id = aws_vpc.this.id

  tags = {
    Name = "${var.name}-${each.key}"
    Tier = each.value
  }
}

resource "aws_route_table_association" "this" {
  for_each = local.subnets

  subnet_id      = aws_subnet.this[each.key].id
  route_table_id = aws_route_table.this[each.value.tier == "private" ? each.key : each.value.tier].id
}

resource "aws_route" "internet" {
  count = var.public_subnets ? 1 : 0

  route_table_id         = aws_route_table.this["public"].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this[0].id
}

resource "aws_route" "nat" {
  for_each = var.nat == "none" ? toset([]) : toset([for zone in range(var.zones) : tostring(zone + 1)])

  route_table_id         = aws_route_table.this["private-${each.key}"].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[var.nat == "single" ? "1" : each.key].id
}
