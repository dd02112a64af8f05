output "instance_id" {
  description = "Id of the instance."
  value       = aws_instance.this.id
}

output "arn" {
  description = "ARN of the instance."
  value       = aws_instance.this.arn
}

output "ssm_command" {
  description = "Command that opens a shell on the instance. It needs the AWS CLI with the Session Manager plugin, and permission for ssm:StartSession."
  value       = "aws ssm start-session --target ${aws_instance.this.id} --region ${data.aws_region.current.name}"
}

output "reaches_ssm_through" {
  description = "Through what the instance reaches Systems Manager: endpoints, nat or public_address."
  value       = local.reaches_ssm_through
}

output "private_ip" {
  description = "Address in the network."
  value       = aws_instance.this.private_ip
}

output "public_ip" {
  description = "Public address; null where there is none. It changes when the instance is stopped and started."
  value       = var.public_address ? aws_instance.this.public_ip : null
}

output "availability_zone" {
  description = "Zone that the instance is in."
  value       = aws_instance.this.availability_zone
}

output "subnet_id" {
  description = "Id of the subnet that the instance is in."
  value       = aws_instance.this.subnet_id
}

output "ami_id" {
  description = "Image that the instance was made from."
  value       = aws_instance.this.ami
}

output "architecture" {
  description = "Processor: arm64 or x86_64."
  value       = local.architecture
}

output "security_group_id" {
  description = "Id of the instance's security group: what others name to let it in."
  value       = aws_security_group.this.id
}

output "role_name" {
  description = "Name of the instance's role, for policies of what it may do in AWS."
  value       = aws_iam_role.this.name
}

output "role_arn" {
  description = "ARN of the instance's role."
  value       = aws_iam_role.this.arn
}

output "region" {
  description = "Region that the instance is in."
  value       = data.aws_region.current.name
}

output "console_url" {
  description = "Address of the instance in the AWS console."
  value       = "https://${data.aws_region.current.name}.console.aws.amazon.com/ec2/home?region=${data.aws_region.current.name}#InstanceDetails:instanceId=${aws_instance.this.id}"
}
