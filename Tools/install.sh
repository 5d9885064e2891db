#!/usr/bin/env bash
# Tools/install.sh PROGRAM DESTDIR PREFIX: puts the program, its models and lexicons, the floors and
# measured parts of evaluation, the manual page and the completions below DESTDIR/PREFIX. The program
# finds its data beside it, in ../share/quoth.
set -euo pipefail
program=$1
root=$2$3

install -D -m 755 "$program" "$root/bin/quoth"
find Models Lexicons Evaluation/{event-free.txt,floors.json,splits} -type f | while read -r file; do
  install -D -m 644 "$file" "$root/share/quoth/$file"
done
install -D -m 644 Documentation/man/quoth.1 "$root/share/man/man1/quoth.1"

completions() {
  install -d "$root/share/$2"
  "$program" completions "$1" >"$root/share/$2/$3"
}
completions bash bash-completion/completions quoth
completions zsh zsh/site-functions _quoth
completions fish fish/vendor_completions.d quoth.fish

echo "quoth: installed in $root"
