resource "aws_ecr_repository" "service" {
  for_each = var.create_registry ? local.services : toset([])

  name                 = "${var.name}/${each.value}"
  image_tag_mutability = "IMMUTABLE"
  force_delete         = !var.deletion_protection

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "AES256"
  }
}

resource "aws_ecr_lifecycle_policy" "service" {
  for_each = aws_ecr_repository.service

  repository = each.value.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "The last 50 images"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 50 }
      action       = { type = "expire" }
    }]
  })
}

# The pipeline pushes images without a static key: GitHub says which repository and branch it runs for.
locals {
  pipelines = var.create_registry && var.github_repository != null ? toset([var.github_repository]) : toset([])
}

resource "aws_iam_openid_connect_provider" "github" {
  for_each = local.pipelines

  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "pipeline_trust" {
  for_each = local.pipelines

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github[each.value].arn]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:${each.value}:ref:refs/heads/main"]
    }
  }
}

data "aws_iam_policy_document" "pipeline" {
  for_each = local.pipelines

  # This one action has no resource to be bound to.
  statement {
    sid       = "SignIn"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid = "PushImages"
    actions = [
      "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages",
      "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
    ]
    # Of this platform: those of the five, and of services that are added.
    resources = ["arn:${local.partition}:ecr:${local.region}:${local.account}:repository/${var.name}/*"]
  }
}

resource "aws_iam_role" "pipeline" {
  for_each = local.pipelines

  name               = "${var.name}-pipeline"
  assume_role_policy = data.aws_iam_policy_document.pipeline_trust[each.value].json
}

resource "aws_iam_role_policy" "pipeline" {
  for_each = local.pipelines

  name   = "push-images"
  role   = aws_iam_role.pipeline[each.value].id
  policy = data.aws_iam_policy_document.pipeline[each.value].json
}
