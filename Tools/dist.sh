#!/usr/bin/env bash
# Tools/dist.sh PROGRAM FOLDER: packs one archive, FOLDER/quoth-VERSION-linux-MACHINE.tar.gz, that runs from
# wherever it is unpacked: program, models, lexicons, manual page, completions, licence.
#
# The Swift run-time library is inside the program. What the machine it is unpacked on has to have is the C
# libraries, which the README in the archive names. The same files give the same archive: no owner, and the
# time of the commit.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$1
folder=$2
version=$("$program" --version)
name=${version/ /-}-linux-$(uname -m)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

Tools/install.sh "$program" "$scratch" "/$name" >/dev/null
strip "$scratch/$name/bin/quoth"
install -m 644 LICENSE NOTICE CHANGELOG.md "$scratch/$name"
# Packages that hold the libraries the program is linked with, as they are called here.
needed=$(objdump -p "$scratch/$name/bin/quoth" | sed -n 's/^ *NEEDED *//p')
packages=$(ldd "$scratch/$name/bin/quoth" | grep -F "$needed" | grep -oE '/[^ ]+' | xargs realpath |
  { xargs dpkg-query -S 2>/dev/null || true; } | sed 's/:.*//' | grep -vE '^(libc6|libgcc-s1)$' | sort -u | paste -sd' ' || true)
{
  cat <<TEXT
Quoth ${version#quoth } reads news reports and records who said what.

    bin/quoth read REPORT

The folder may lie anywhere, but bin and share have to stay side by side. The manual page is
share/man/man1/quoth.1; share also holds completions for bash, zsh and fish.

The program needs these C libraries:

$(sed 's/^/    /' <<<"$needed")
TEXT
  [ -z "$packages" ] || printf '\n%s\n\n    sudo apt-get install %s\n' \
    'On a system like the one it was packed on they come with:' "$packages"
  cat <<'TEXT'

It is faster with oneDNN (libdnnl), which it looks for when it starts. pdftotext, of poppler-utils,
lets it read PDF. Licences: LICENSE, NOTICE, and the cards below share/quoth.
TEXT
} >"$scratch/$name/README"
mkdir -p "$folder"
archive=$folder/$name.tar.gz
tar --create --directory "$scratch" --sort=name --owner=0 --group=0 --numeric-owner \
  --mtime="@$(git log -1 --format=%ct 2>/dev/null || echo 0)" "$name" | gzip -9n >"$archive"
echo "quoth: $archive"
