#!/bin/sh
# Uploads the site to a bucket, with the cache rules and content types that the pages need.
# Usage: upload-to-s3.sh s3://BUCKET [FOLDER]
# For other storage than that of AWS, set AWS_ENDPOINT_URL to its address.
set -eu
bucket=$1
site=${2:-dist}
immutable='public, max-age=31536000, immutable'

upload() {
  aws s3 sync "$site" "$bucket" --only-show-errors --exclude _headers --exclude .hindsight-files "$@"
}

# What pages load comes before the pages, and what announces a new build comes last.
upload --exclude '*' --include '_astro/*' --cache-control "$immutable"
upload --exclude '*' --include '*.txt' --cache-control no-cache --content-type 'text/plain; charset=utf-8'
upload --exclude '*' --include '*.avif' --cache-control no-cache --content-type image/avif
upload --exclude '_astro/*' --exclude '*.txt' --exclude '*.avif' --exclude '*.html' \
  --exclude sw.js --exclude offline-files.json --cache-control no-cache
upload --exclude '*' --include '*.html' --cache-control no-cache --content-type 'text/html; charset=utf-8'
upload --exclude '*' --include sw.js --include offline-files.json --cache-control no-cache
# Files of earlier builds.
upload --delete --size-only --exclude '.well-known/*'
