locals {
  templates = sort(keys(local.template_policies))

  template_policies = merge(var.own_templates, {
    ec2-instance = data.aws_iam_policy_document.ec2_instance.json
    rds-database = data.aws_iam_policy_document.rds_database.json
    s3-bucket    = data.aws_iam_policy_document.s3_bucket.json
    vpc          = data.aws_iam_policy_document.vpc.json
  })
}

# A role for each template. Its policies are the account's own, so that another version of them is one change.
resource "aws_iam_role" "template" {
  for_each = toset(local.templates)

  name                 = "${var.name}-${each.key}"
  description          = "Runs of the template ${each.key}"
  assume_role_policy   = data.aws_iam_policy_document.trust[each.key].json
  permissions_boundary = aws_iam_policy.runs_boundary.arn
  # As long as a run may take: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html
  max_session_duration = 4 * 3600
}

resource "aws_iam_role_policy" "template" {
  for_each = aws_iam_role.template

  name   = "template"
  role   = each.value.id
  policy = local.template_policies[each.key]
}

resource "aws_iam_role_policy" "state" {
  for_each = aws_iam_role.template

  name   = "state"
  role   = each.value.id
  policy = data.aws_iam_policy_document.state[each.key].json
}

# For a template of your own, until it has a role: its runs plan and fail with AWS' words, and reach no other's state.
resource "aws_iam_role" "runner" {
  name                 = "${var.name}-runner"
  description          = "Runs of templates without a role of their own: states only"
  assume_role_policy   = data.aws_iam_policy_document.trust["runner"].json
  permissions_boundary = aws_iam_policy.runs_boundary.arn
}

resource "aws_iam_role_policy" "runner_state" {
  name   = "state"
  role   = aws_iam_role.runner.id
  policy = data.aws_iam_policy_document.state["runner"].json
}
