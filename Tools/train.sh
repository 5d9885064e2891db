#!/usr/bin/env bash
# Tools/train.sh CORPORA SCORER VERSION [OPTION...]: from the archives of the corpora to Models/english.
# More options go to the training (`python -m quoth_training.train --help`).
set -euo pipefail
if [ $# -lt 3 ]; then
  echo "usage: make weights CORPORA=FOLDER SCORER=attribution_score.py VERSION=X.Y.Z" >&2
  exit 2
fi
corpora=$(realpath "$1") scorer=$(realpath "$2") version=$3
shift 3
root=$(cd "$(dirname "$0")/.." && pwd)
work=$root/.build/training

if [ ! -x "$work/python/bin/python" ]; then python3 -m venv "$work/python"; fi
"$work/python/bin/pip" install --quiet --requirement "$root/Tools/training/requirements.txt"
cd "$root/Tools/training"
exec "$work/python/bin/python" -m quoth_training --corpora "$corpora" --scorer "$scorer" \
  --work "$work" --version "$version" --out "$root/Models/english" "$@"
