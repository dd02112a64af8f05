# Settings come from the bootstrap's output `backend`, by -backend-config.
terraform {
  backend "s3" {
    key = "access/terraform.tfstate"
  }
}
