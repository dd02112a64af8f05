#!/bin/sh
# Lays the portal out as its image has it: what production needs, and nothing that only builds or tests.
#   assemble.sh <repository whose backend is built> <folder that is not there yet>
set -eu

from=$1
to=$2
dist=$from/packages/backend/dist

mkdir -p "$to/.yarn"
cp "$from/package.json" "$from/yarn.lock" "$from/.yarnrc.yml" "$to"
cp -R "$from/.yarn/releases" "$to/.yarn"
tar -xzf "$dist/skeleton.tar.gz" -C "$to"
(cd "$to" && node .yarn/releases/yarn-*.cjs workspaces focus --all --production)
tar -xzf "$dist/bundle.tar.gz" -C "$to"
# Yarn is needed no more.
rm -rf "$to/.yarn" "$to/.yarnrc.yml"
cp -R "$from/templates" "$from/skeletons" "$from/catalog" "$to"
cp "$from/deploy/images/portal/health.mjs" "$to"
