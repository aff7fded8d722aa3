#!/bin/sh
# Compresses the text files of a built site once, for servers that send `page.html.gz` for `page.html`.
# Usage: compress.sh FOLDER
set -eu
find "$1" -type f -size +1k \
  '(' -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.svg' -o -name '*.txt' ')' \
  -exec gzip --best --keep --force --no-name '{}' +
