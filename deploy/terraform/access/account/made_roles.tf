locals {
  # What the server's tags make sure of: only what a run made can be changed by one.
  managed = { key = "ManagedBy", value = "terrastage" }

  ec2 = "arn:${local.partition}:ec2:*:${var.account}"

  made_role_reads = [
    "iam:GetRole",
    "iam:GetRolePolicy",
    "iam:ListAttachedRolePolicies",
    "iam:ListInstanceProfilesForRole",
    "iam:ListRolePolicies",
  ]
}
