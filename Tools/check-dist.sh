#!/usr/bin/env bash
# Tools/check-dist.sh ARCHIVE: unpacks what `make dist` made and checks that it holds everything, needs no
# library of the Swift toolchain, and reads a report from another folder with an empty environment.
set -euo pipefail
cd "$(dirname "$0")/.."
archive=$(realpath "$1")
report=$(realpath Examples/kestrel-bridge/harbour-herald.txt)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  echo "check-dist: $*" >&2
  exit 1
}

tar --extract --gzip --file "$archive" --directory "$scratch"
root=$(echo "$scratch"/quoth-*)
for file in bin/quoth README LICENSE NOTICE share/man/man1/quoth.1 share/quoth/Models/english/weights.bin \
  share/quoth/Models/english/card.md share/quoth/Lexicons/attribution/verbs.tsv \
  share/quoth/Lexicons/actors/people.tsv share/quoth/Lexicons/places/places.bin \
  share/bash-completion/completions/quoth share/zsh/site-functions/_quoth \
  share/fish/vendor_completions.d/quoth.fish; do
  [ -s "$root/$file" ] || fail "$file is not in $archive"
done
! ldd "$root/bin/quoth" | grep -E 'libswift|libFoundation|not found' ||
  fail "the program needs more than C libraries; build it with --static-swift-stdlib"

mkdir "$scratch/elsewhere"
cp "$report" "$scratch/elsewhere/report.txt"
cd "$scratch/elsewhere"
env -i "$root/bin/quoth" read report.txt >record.jsonl || fail "reading a report ended with status $?"
grep -q '"attributions":\[{' record.jsonl || fail "nothing was read in a report with attributions"
folder=$(env -i "$root/bin/quoth" model | sed -n 's/^folder *//p')
[ "$(realpath "$folder")" = "$root/share/quoth/Models/english" ] || fail "the model came from $folder"
echo "check-dist: $archive reads a report"
