#!/usr/bin/env bash
# Tools/documentation.sh PROGRAM: runs the examples of README and Documentation again, rewrites the output
# that they show, and takes the picture of README anew.
#
# An example is a line `$ quoth …` in a `console` block. A line `…` in its output stands for what is left
# out: as many lines as the page shows before it and after it are kept. The picture needs Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
ln -s "$(realpath "$1")" "$scratch/quoth"
# The program goes by its own place to its data, so the link comes first and the folder is named.
export QUOTH_DATA=${QUOTH_DATA:-$PWD} PATH=$scratch:$PATH NO_COLOR=1

# show COMMAND SHOWN...: what the command prints, cut as the lines shown so far are.
show() {
  local command=$1 before=0 after output line printed
  shift
  output=$(sh -c "$command" </dev/null)
  mapfile -t printed < <(sed 's/[[:space:]]*$//' <<<"$output")
  for line in "$@"; do
    [ "$line" != … ] || break
    before=$((before + 1))
  done
  after=$(($# - before - 1))
  if [ "$after" -lt 0 ] || [ "${#printed[@]}" -lt "$#" ]; then
    printf '%s\n' "${printed[@]}"
  else
    printf '%s\n' "${printed[@]:0:before}" …
    [ "$after" -eq 0 ] || printf '%s\n' "${printed[@]: -after}"
  fi
}

# rewrite PAGE: prints it with the outputs of its examples made anew.
rewrite() {
  local line inside= command= shown=()
  while IFS= read -r line; do
    if [ -n "$command" ] && [[ $line == '$ '* || $line == '```'* ]]; then
      show "$command" "${shown[@]}"
      command= shown=()
    fi
    if [ -n "$command" ]; then
      shown+=("$line")
      continue
    fi
    case $line in
      '```console'*) inside=yes ;;
      '```'*) inside= ;;
      '$ quoth '*) [ -z "$inside" ] || command=${line#'$ '} ;;
    esac
    printf '%s\n' "$line"
  done <"$1"
}

find README.md CHANGELOG.md Documentation -name '*.md' | while read -r page; do
  rewrite "$page" >"$scratch/page.md"
  cmp -s "$scratch/page.md" "$page" && continue
  cp "$scratch/page.md" "$page"
  echo "documentation: $page has new output"
done

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
  echo "documentation: the picture was not taken; it needs the package chromium" >&2
  exit 1
}
quoth read --format html -o "$scratch/report.html" Examples/kestrel-bridge/harbour-herald.txt
# As root, in a container, Chromium runs only without its sandbox; the page is our own.
sandbox=()
[ "$(id -u)" -ne 0 ] || sandbox=(--no-sandbox)
mkdir -p Documentation/images
"$browser" --headless "${sandbox[@]}" --hide-scrollbars --window-size=1280,800 \
  --screenshot="$PWD/Documentation/images/report.png" "file://$scratch/report.html" 2>"$scratch/log" || {
  cat "$scratch/log" >&2
  exit 1
}
echo "documentation: Documentation/images/report.png"
