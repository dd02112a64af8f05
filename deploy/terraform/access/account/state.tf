locals {
  bucket_arns = [for bucket in var.state_buckets : "arn:${local.partition}:s3:::${bucket}"]

  # Keys begin with the type: <type>/<owner>/<name>-<id>/terraform.tfstate.
  own_keys = {
    for template in local.templates : template => [for bucket in local.bucket_arns : "${bucket}/${template}/*"]
  }
  # All but those of the templates that have a role.
  runner_keys = [for bucket in local.bucket_arns : "${bucket}/*"]
}

data "aws_iam_policy_document" "state" {
  for_each = toset(concat(["runner"], local.templates))

  # Without it S3 answers 403 in the place of 404, and a state that is not there could not be told from one that may
  # not be read. A condition on the prefix has the same effect. It shows names, not contents.
  statement {
    sid       = "ListStates"
    actions   = ["s3:ListBucket", "s3:GetBucketLocation"]
    resources = local.bucket_arns
  }

  statement {
    sid       = "OwnStates"
    actions   = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"]
    resources = each.key == "runner" ? local.runner_keys : local.own_keys[each.key]
  }

  # Terraform deletes its lock and never a state.
  statement {
    sid       = "OwnLocks"
    actions   = ["s3:DeleteObject"]
    resources = [for keys in(each.key == "runner" ? local.runner_keys : local.own_keys[each.key]) : "${keys}.tflock"]
  }

  # Saved plans, by the run's random id. The key has no type in it, so this is shared.
  statement {
    sid       = "SavedPlans"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = [for bucket in local.bucket_arns : "${bucket}/runs/*"]
  }

  statement {
    sid     = "OtherStates"
    effect  = "Deny"
    actions = ["s3:*"]
    resources = flatten([
      for template in local.templates : local.own_keys[template] if template != each.key
    ])
  }

  statement {
    sid       = "StateKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.kms_key_arn]

    condition {
      test     = "StringLike"
      variable = "kms:ViaService"
      values   = ["s3.*.amazonaws.com"]
    }
  }

  # After a destroy a run looks for what still carries the resource's tag.
  statement {
    sid       = "FindByTag"
    actions   = ["tag:GetResources"]
    resources = ["*"]
  }
}
