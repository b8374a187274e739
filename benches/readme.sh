#!/bin/sh
# Measures, and writes the table into the README.
set -eu
cd "$(dirname "$0")/.."

table=$(mktemp)
trap 'rm -f "$table" "$table.md"' EXIT
cargo bench --bench table > "$table"
echo >> "$table"
cargo bench --bench live >> "$table"
awk -v table="$table" '
    /<!-- benchmark -->/ { print; while ((getline line < table) > 0) print line; skip = 1 }
    /<!-- \/benchmark -->/ { skip = 0 }
    !skip
' README.md > "$table.md"
cat "$table.md" > README.md
