data "aws_iam_policy_document" "cluster_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "cluster" {
  name               = "${local.prefix}-cluster"
  assume_role_policy = data.aws_iam_policy_document.cluster_trust.json
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.cluster.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/AmazonEKSClusterPolicy"
}

resource "aws_eks_cluster" "this" {
  name     = local.prefix
  version  = var.kubernetes_version
  role_arn = aws_iam_role.cluster.arn

  enabled_cluster_log_types = ["api", "audit", "authenticator"]

  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = true
  }

  vpc_config {
    subnet_ids              = [for subnet in aws_subnet.private : subnet.id]
    endpoint_private_access = true
    endpoint_public_access  = length(var.kubernetes_api_cidrs) > 0
    public_access_cidrs     = length(var.kubernetes_api_cidrs) > 0 ? var.kubernetes_api_cidrs : null
  }

  lifecycle {
    # Said once, when the cluster is made: another way in would replace the cluster.
    ignore_changes = [access_config]
  }

  depends_on = [aws_iam_role_policy_attachment.cluster]
}

data "aws_iam_policy_document" "node_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "node" {
  name               = "${local.prefix}-node"
  assume_role_policy = data.aws_iam_policy_document.node_trust.json
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset(["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"])

  role       = aws_iam_role.node.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.value}"
}

# Pods stand on the nodes' interfaces: stores let in this group.
resource "aws_security_group" "node" {
  name        = "${local.prefix}-node"
  description = "Nodes of ${local.prefix}"
  vpc_id      = aws_vpc.this.id
}

resource "aws_launch_template" "node" {
  name_prefix = "${local.prefix}-node-"

  # EKS' own group lets nodes and control plane talk; a template that names groups must name it too.
  vpc_security_group_ids = compact([
    aws_eks_cluster.this.vpc_config[0].cluster_security_group_id,
    aws_security_group.node.id,
  ])

  # With one hop a pod does not reach the node's own role.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 40
      volume_type = "gp3"
      encrypted   = true
    }
  }

  lifecycle {
    # It sets none; a local AWS shows the template's own tags here.
    ignore_changes = [tag_specifications]
  }
}

# Every cluster has this plugin, but only with this setting does it hold NetworkPolicies. Before the nodes, so that no
# pod starts without.
resource "aws_eks_addon" "vpc_cni" {
  cluster_name = aws_eks_cluster.this.name
  addon_name   = "vpc-cni"

  configuration_values = jsonencode({ enableNetworkPolicy = "true" })

  # In the place of the one that the cluster came with.
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"
}

resource "aws_eks_node_group" "this" {
  cluster_name    = aws_eks_cluster.this.name
  node_group_name = "default"
  node_role_arn   = aws_iam_role.node.arn
  subnet_ids      = [for subnet in aws_subnet.private : subnet.id]
  ami_type        = "AL2023_x86_64_STANDARD"
  instance_types  = [var.node_instance_type]

  launch_template {
    id      = aws_launch_template.node.id
    version = aws_launch_template.node.latest_version
  }

  scaling_config {
    min_size     = 1
    desired_size = var.node_count
    max_size     = 4
  }

  lifecycle {
    # The autoscaler's business once the cluster runs.
    ignore_changes = [scaling_config[0].desired_size]
  }

  depends_on = [aws_eks_addon.vpc_cni, aws_iam_role_policy_attachment.node]
}

resource "aws_iam_openid_connect_provider" "cluster" {
  url            = aws_eks_cluster.this.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]
}

# One role a service, which only its own service account in its own namespace can take on.
locals {
  issuer    = replace(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://", "")
  namespace = local.prefix
}

data "aws_iam_policy_document" "service_trust" {
  for_each = local.services

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.cluster.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = ["system:serviceaccount:${local.namespace}:${each.value}"]
    }
  }
}

data "aws_iam_policy_document" "service" {
  for_each = local.services

  # External Secrets reads a service's secret as that service.
  statement {
    sid       = "OwnSecret"
    actions   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
    resources = [aws_secretsmanager_secret.service[each.value].arn]
  }

  dynamic "statement" {
    for_each = each.value == "evaluation" ? [1] : []
    content {
      sid       = "SendTelemetry"
      actions   = ["sqs:SendMessage"]
      resources = [aws_sqs_queue.telemetry.arn]
    }
  }

  dynamic "statement" {
    for_each = each.value == "analytics" ? [1] : []
    content {
      sid       = "ReceiveTelemetry"
      actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
      resources = [aws_sqs_queue.telemetry.arn]
    }
  }

  dynamic "statement" {
    for_each = each.value == "analytics" ? [1] : []
    content {
      sid = "CountsAndEvents"
      # A transaction needs the rights of what is in it.
      actions   = ["dynamodb:BatchWriteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"]
      resources = [aws_dynamodb_table.analytics.arn]
    }
  }
}

resource "aws_iam_role" "service" {
  for_each = local.services

  name               = "${local.prefix}-${each.value}"
  assume_role_policy = data.aws_iam_policy_document.service_trust[each.value].json
}

resource "aws_iam_role_policy" "service" {
  for_each = local.services

  name   = "own-stores"
  role   = aws_iam_role.service[each.value].id
  policy = data.aws_iam_policy_document.service[each.value].json
}
