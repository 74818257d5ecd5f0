#!/bin/sh
# What the Dockerfile's first stage runs, line by line; FOLDER is where what runs is laid.
set -eu
FOLDER=$1
npm ci --include=dev --no-audit --no-fund
npm run --silent build
npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund
node deploy/lay-out.ts "$FOLDER"
