locals {
  nat_zones = {
    none     = 0
    single   = 1
    per_zone = var.zones
  }[var.nat]
}

resource "aws_eip" "nat" {
  for_each = toset([for zone in range(local.nat_zones) : tostring(zone + 1)])

  domain = "vpc"

  tags = { Name = "${var.name}-nat-${each.key}" }

  # AWS gives no public address to a network that has no internet gateway yet, and takes none back later.
  depends_on = [aws_internet_gateway.this]
}

resource "aws_nat_gateway" "this" {
  for_each = aws_eip.nat

  allocation_id = each.value.id
  subnet_id     = aws_subnet.this["public-${each.key}"].id

  tags = { Name = "${var.name}-nat-${each.key}" }

  depends_on = [aws_internet_gateway.this]
}
