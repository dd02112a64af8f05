locals {
  has_ssm_endpoints = length(setsubtract(["ssm", "ssmmessages", "ec2messages"], var.interface_endpoints)) == 0

  reaches_ssm_through = {
    private  = local.has_ssm_endpoints ? "endpoints" : var.nat != "none" ? "nat" : "nothing"
    public   = local.has_ssm_endpoints ? "endpoints" : "public_address"
    database = local.has_ssm_endpoints ? "endpoints" : "nothing"
  }
}

output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}

output "arn" {
  description = "ARN of the VPC."
  value       = aws_vpc.this.arn
}

output "cidr_block" {
  description = "Range of the network."
  value       = aws_vpc.this.cidr_block
}

output "region" {
  description = "Region that the network is in."
  value       = data.aws_region.current.name
}

output "zones" {
  description = "Availability zones, in the order of the subnets' numbers."
  value       = slice(data.aws_availability_zones.available.names, 0, var.zones)
}

output "subnets" {
  description = "Subnets by name (private-1, public-1, database-1, ...): id, range, kind, zone, and through what a machine in it reaches Systems Manager (endpoints, nat, public_address or nothing)."
  value = {
    for key, subnet in local.subnets : key => {
      id                  = aws_subnet.this[key].id
      cidr_block          = subnet.cidr_block
      tier                = subnet.tier
      availability_zone   = aws_subnet.this[key].availability_zone
      reaches_ssm_through = local.reaches_ssm_through[subnet.tier]
    }
  }
}

output "private_subnet_ids" {
  description = "Ids of the private subnets, by zone."
  value       = [for key, subnet in local.subnets : aws_subnet.this[key].id if subnet.tier == "private"]
}

output "public_subnet_ids" {
  description = "Ids of the public subnets, by zone."
  value       = [for key, subnet in local.subnets : aws_subnet.this[key].id if subnet.tier == "public"]
}

output "database_subnet_ids" {
  description = "Ids of the database subnets, by zone."
  value       = [for key, subnet in local.subnets : aws_subnet.this[key].id if subnet.tier == "database"]
}

output "route_table_ids" {
  description = "Ids of the route tables by name."
  value       = { for key, table in aws_route_table.this : key => table.id }
}

output "nat" {
  description = "NAT gateways: none, single or per_zone."
  value       = var.nat
}

output "nat_public_ips" {
  description = "Addresses from which private subnets are seen on the internet: for the allow-lists of others."
  value       = [for address in aws_eip.nat : address.public_ip]
}

output "interface_endpoints" {
  description = "AWS services that have an interface endpoint."
  value       = sort(var.interface_endpoints)
}

output "ssm_reachable" {
  description = "Whether Systems Manager can be reached from the private subnets: there is NAT, or all three endpoints that it needs."
  value       = local.reaches_ssm_through.private != "nothing"
}

output "default_security_group_id" {
  description = "Id of the default security group, which lets nothing in and nothing out."
  value       = aws_default_security_group.closed.id
}

output "endpoint_security_group_id" {
  description = "Id of the interface endpoints' security group; null where there are none."
  value       = one(aws_security_group.endpoints[*].id)
}

output "flow_log_group" {
  description = "Log group with the flow logs; null where there are none."
  value       = one(aws_cloudwatch_log_group.flow_logs[*].name)
}

output "console_url" {
  description = "Address of the network in the AWS console."
  value       = "https://${data.aws_region.current.name}.console.aws.amazon.com/vpcconsole/home?region=${data.aws_region.current.name}#VpcDetails:VpcId=${aws_vpc.this.id}"
}
