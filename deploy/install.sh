#!/bin/sh
# Starts the program in deploy/src/install, with Node.js and packages found or fetched as for npm start.
here=$(cd "$(dirname "$0")" && pwd)
export INIT_CWD="${INIT_CWD:-$PWD}"
exec node "$here/../packages/local/bin/terrastage.mjs" install "$@"
