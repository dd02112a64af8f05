# Terraform owns the load balancer, and the cluster only adds pods to its target group (TargetGroupBinding). One that
# a controller made for a Service would stay behind, with its network interfaces, when the cluster is destroyed first.
resource "aws_security_group" "load_balancer" {
  name_prefix = "${var.name}-portal-"
  description = "Load balancer of the portal"
  vpc_id      = aws_vpc.this.id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "people" {
  for_each = var.allowed_cidrs

  security_group_id = aws_security_group.load_balancer.id
  description       = "HTTPS from people"
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "portal" {
  security_group_id            = aws_security_group.load_balancer.id
  description                  = "The portal's pods"
  referenced_security_group_id = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 7007
  to_port                      = 7007
}

resource "aws_vpc_security_group_ingress_rule" "portal" {
  security_group_id            = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
  description                  = "The portal's load balancer"
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 7007
  to_port                      = 7007
}

resource "aws_lb" "portal" {
  name_prefix        = substr(var.name, 0, 6)
  load_balancer_type = "network"
  internal           = !var.internet_facing
  subnets            = [for subnet in var.internet_facing ? aws_subnet.public : aws_subnet.private : subnet.id]
  security_groups    = [aws_security_group.load_balancer.id]

  enable_deletion_protection       = var.protect
  enable_cross_zone_load_balancing = true

  tags = { Name = "${var.name}-portal" }
}

resource "aws_lb_target_group" "portal" {
  name_prefix          = substr(var.name, 0, 6)
  target_type          = "ip"
  protocol             = "TCP"
  port                 = 7007
  vpc_id               = aws_vpc.this.id
  deregistration_delay = 60

  health_check {
    protocol            = "HTTP"
    path                = "/.backstage/health/v1/readiness"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }

  # Auto mode may only register targets in groups that name the cluster.
  tags = { Name = "${var.name}-portal", "eks:eks-cluster-name" = aws_eks_cluster.this.name }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "TLS"
  port              = 443
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = aws_acm_certificate_validation.portal.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.portal.arn
  }
}
