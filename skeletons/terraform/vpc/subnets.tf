# Zones that one has to ask AWS for first are left out: a network must come out the same in every account.
data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

locals {
  tiers = concat(
    ["private"],
    var.public_subnets ? ["public"] : [],
    var.database_subnets ? ["database"] : [],
  )

  # From /16 to /24 each kind of subnet has its own part of the range, with room for four zones: half of it is
  # private, a quarter public, a quarter for databases. So a zone or a kind that is added later moves nothing.
  layout = {
    private  = { newbits = 3, first = 0 }
    public   = { newbits = 4, first = 8 }
    database = { newbits = 4, first = 12 }
  }
  has_room = tonumber(split("/", var.cidr_block)[1]) <= 24

  # Smaller networks have no room to spare: subnets of one size, one after the other.
  dense_newbits = length([for size in [1, 2, 4, 8] : size if size < var.zones * length(local.tiers)])

  subnets = merge([
    for position, tier in local.tiers : {
      for zone in range(var.zones) : "${tier}-${zone + 1}" => {
        tier = tier
        zone = zone
        cidr_block = (
          local.has_room
          ? cidrsubnet(var.cidr_block, local.layout[tier].newbits, local.layout[tier].first + zone)
          : cidrsubnet(var.cidr_block, local.dense_newbits, position * var.zones + zone)
        )
      }
    }
  ]...)
}

resource "aws_subnet" "this" {
  for_each = local.subnets

  vpc_id            = aws_vpc.this.id
  cidr_block        = each.value.cidr_block
  availability_zone = data.aws_availability_zones.available.names[each.value.zone]

  # A public address is the choice of the machine that gets it, never of the subnet.
  map_public_ip_on_launch = false

  tags = {
    Name = "${var.name}-${each.key}"
    Tier = each.value.tier
  }

  lifecycle {
    precondition {
      condition     = length(data.aws_availability_zones.available.names) >= var.zones
      error_message = "The region ${data.aws_region.current.name} has only ${length(data.aws_availability_zones.available.names)} zones: take fewer."
    }
  }
}
