#!/usr/bin/env bash
# What is deployed, by Git and ArgoCD.
#
#   scripts/gitops-manager.sh deploy   <environment> [<service> <tag> [--if-newer]]  [--dry-run]
#   scripts/gitops-manager.sh status   <environment>                                 [--dry-run]
#   scripts/gitops-manager.sh rollback <environment> <service>                       [--dry-run]
#   scripts/gitops-manager.sh destroy  <environment>                                 [--dry-run]
#
# deploy without a service hands the environment to ArgoCD; with one it writes the image's tag into gitops/ and
# pushes, with --if-newer only where the tag that is there is not that of a later commit. rollback writes the tag
# before the present one, and once more the one before that. destroy takes the environment's Applications away, and
# ArgoCD everything they made; Terraform's part stays. With --dry-run it prints what it would run.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
dry_run=false
if_newer=false
words=()

usage() {
  sed -n '4,7s/^#   //p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

fail() {
  echo "$1" >&2
  exit 1
}

run() {
  if "$dry_run"; then
    echo "+ $*"
  else
    "$@"
  fi
}

folder_of() {
  local folder="$root/gitops/environments/$1"
  [[ -n "$1" && -d "$folder" ]] ||
    fail "There is no environment '$1'. There are: $(cd "$root/gitops/environments" && echo *)"
  echo "$folder"
}

kustomization_of() {
  local file
  file="$(folder_of "$1")/$2/kustomization.yaml"
  [[ -n "$2" && -f "$file" ]] && grep -q '^    newTag: ' "$file" ||
    fail "There is no service '$2' in gitops/environments/$1"
  echo "$file"
}

tag_in() {
  sed -n 's/^    newTag: //p'
}

# Of two commits of this repository; a tag that is none is not older than anything.
is_older() {
  git -C "$root" merge-base --is-ancestor "$1" "$2" 2>/dev/null
}

# Writes a tag and pushes it. Somebody else may push meanwhile: then it begins anew with what is there by then. With a
# fourth word only as long as that is the tag there.
write_tag() {
  local environment="$1" service="$2" tag="$3" expected="${4:-}" file now
  [[ "$tag" =~ ^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$ ]] || fail "'$tag' is no tag of an image"
  file="$(kustomization_of "$environment" "$service")"
  for _ in {1..20}; do
    now="$(tag_in <"$file")"
    if [[ "$now" == "$tag" ]]; then
      echo "$service in $environment has the tag $tag already"
      return
    fi
    if "$if_newer" && is_older "$tag" "$now"; then
      echo "$service in $environment has the tag $now, of a later commit than $tag"
      return
    fi
    [[ -z "$expected" || "$now" == "$expected" ]] ||
      fail "$service in $environment has the tag $now by now, and not $expected: look at it and try again"
    echo "$service in $environment: $now -> $tag"
    run sed -i.before "s/^    newTag: .*/    newTag: $tag/" "$file"
    run rm -f "$file.before"
    run git -C "$root" commit -m "Deploy $service $tag to $environment" -- "$file"
    if "$dry_run"; then
      echo "+ git -C $root push"
      return
    fi
    git -C "$root" push && return
    git -C "$root" reset --quiet --keep HEAD~1
    git -C "$root" pull --rebase
  done
  fail 'Git did not take the commit in twenty tries: look at what it said, and try again'
}

deploy() {
  local environment="$1" folder
  folder="$(folder_of "$environment")"
  if [[ -n "${2:-}" ]]; then
    [[ -n "${3:-}" ]] || usage
    write_tag "$environment" "$2" "$3"
  else
    run kubectl apply -f "$folder/root.yaml"
  fi
}

status() {
  local folder file name
  folder="$(folder_of "$1")"
  for file in "$folder"/*/kustomization.yaml; do
    name="$(tag_in <"$file")"
    [[ -z "$name" ]] || echo "$(basename "$(dirname "$file")") $name"
  done
  # By their files: the API selects Applications by name and namespace alone.
  run kubectl get -f "$folder/root.yaml" -f "$folder/applications" \
    -o custom-columns=NAME:.metadata.name,SYNC:.status.sync.status,HEALTH:.status.health.status
}

# To the tag before the first commit with the present one: what was rolled back lies after that, and is not come back to.
rollback() {
  local environment="$1" service="${2:-}" file now commit tag before=''
  [[ -n "$service" ]] || usage
  file="$(kustomization_of "$environment" "$service")"
  now="$(tag_in <"$file")"
  while read -r commit; do
    tag="$(git -C "$root" show "$commit:${file#"$root/"}" | tag_in)"
    [[ "$tag" != "$now" ]] || break
    before="$tag"
  done < <(git -C "$root" log --reverse --format=%H -- "$file")
  [[ -n "$before" && "$before" != not-built-yet ]] ||
    fail "There is no earlier tag of $service in $environment to go back to"
  write_tag "$environment" "$service" "$before" "$now"
}

destroy() {
  local folder
  folder="$(folder_of "$1")"
  run kubectl delete -f "$folder/root.yaml" --ignore-not-found
}

for word in "$@"; do
  case "$word" in
    --dry-run) dry_run=true ;;
    --if-newer) if_newer=true ;;
    -*) usage ;;
    *) words+=("$word") ;;
  esac
done
set -- "${words[@]:-}"

case "${1:-}" in
  deploy | status | rollback | destroy)
    command="$1"
    shift
    [[ -n "${1:-}" ]] || usage
    "$command" "$@"
    ;;
  *) usage ;;
esac
