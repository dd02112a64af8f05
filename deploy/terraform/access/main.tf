module "first" {
  source = "./account"

  name             = var.name
  account          = var.account
  oidc_issuer      = var.oidc_issuer
  runs_namespace   = var.runs_namespace
  state_buckets    = var.state.buckets
  kms_key_arn      = var.state.kms_key_arn
  bucket_names     = var.bucket_names
  resource_regions = var.resource_regions
  own_templates    = var.own_templates
  more_services    = var.more_services
}

module "second" {
  source = "./account"
  count  = var.second_account == null ? 0 : 1

  providers = { aws = aws.second }

  name             = var.name
  account          = var.second_account.account
  oidc_issuer      = var.oidc_issuer
  runs_namespace   = var.runs_namespace
  state_buckets    = var.second_account.state_buckets
  kms_key_arn      = var.second_account.kms_key_arn
  bucket_names     = var.second_account.bucket_names
  resource_regions = var.second_account.resource_regions
  own_templates    = var.own_templates
  more_services    = var.more_services
}
