#!/usr/bin/env bash
# Installs ArgoCD into the cluster of the current kubectl context and hands it one environment.
#
#   gitops/argocd/install.sh <environment> [--dry-run]
#
# ArgoCD gets no public address: reach it by
#   kubectl -n argocd port-forward service/argocd-server 8080:443
set -euo pipefail

VERSION=v3.2.0
MANIFEST="https://raw.githubusercontent.com/argoproj/argo-cd/${VERSION}/manifests/install.yaml"

here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
environment=''
dry_run=false
for argument in "$@"; do
  case "$argument" in
    --dry-run) dry_run=true ;;
    -*) echo "Unknown option: $argument" >&2; exit 2 ;;
    *) environment="$argument" ;;
  esac
done

root="$here/environments/$environment/root.yaml"
if [[ -z "$environment" || ! -f "$root" ]]; then
  echo "Say which environment: $(cd "$here/environments" && echo *)" >&2
  exit 2
fi

run() {
  if "$dry_run"; then echo "+ $*"; else "$@"; fi
}

if ! "$dry_run"; then
  echo "Installing ArgoCD $VERSION into $(kubectl config current-context)"
  # Applying twice is how one upgrades, and namespaces may be there.
  kubectl create namespace argocd --dry-run=client -o yaml | kubectl apply -f -
else
  run kubectl create namespace argocd
fi
# Server-side: its CRDs are larger than the annotation of a client-side apply may be.
run kubectl apply -n argocd --server-side --force-conflicts -f "$MANIFEST"
run kubectl -n argocd rollout status deployment/argocd-server --timeout=300s
run kubectl apply -f "$root"
