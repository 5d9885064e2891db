#!/usr/bin/env bash
# Tools/fuzz.sh SECONDS [PARSER...]: feeds each parser of Fuzz/Sources for so many seconds.
#
# Begins with the reports in Examples and with what earlier runs kept in Fuzz/.build/kept. An input that
# traps, runs for ten seconds or takes 2 GB ends the run and is left in Fuzz/found.
set -euo pipefail
cd "$(dirname "$0")/../Fuzz"
seconds=$1
shift
parsers=("$@")
[ ${#parsers[@]} -gt 0 ] || mapfile -t parsers < <(find Sources -mindepth 1 -maxdepth 1 -printf '%f\n' | sort)

mkdir -p found
export SWIFT_BACKTRACE=enable=no
failed=()
for parser in "${parsers[@]}"; do
  swift build -c release --sanitize fuzzer --sanitize address --product "$parser"
  kept=.build/kept/$parser
  seeds=.build/seeds/$parser
  mkdir -p "$kept" "$seeds"
  find ../Examples -type f -exec cp -t "$seeds" {} +
  echo "fuzz: $parser for $seconds s"
  if ! ".build/release/$parser" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -max_len=16384 -print_final_stats=1 -verbosity=0 -artifact_prefix=found/ "$kept" "$seeds"; then
    failed+=("$parser")
  fi
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "fuzz: ${failed[*]} failed; the inputs are in Fuzz/found" >&2
  exit 1
fi
echo "fuzz: ${#parsers[@]} parsers, $seconds s each, nothing found"
