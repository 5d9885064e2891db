#!/usr/bin/env bash
# Tools/fuzz.sh SECONDS [PARSER...]: feeds each parser of Fuzz/Sources for so many seconds.
#
# Begins with the reports in Examples, the files of Fuzz/Seeds/PARSER, and what earlier runs kept in Fuzz/.build/kept. An input that
# traps, runs for ten seconds or takes 2 GB ends the run and is left in Fuzz/found.
set -euo pipefail
cd "$(dirname "$0")/../Fuzz"
seconds=$1
shift
parsers=("$@")
if [ ${#parsers[@]} -eq 0 ]; then
  mapfile -t parsers < <(grep -rl LLVMFuzzerTestOneInput Sources | xargs -n 1 dirname | xargs -n 1 basename | sort)
fi

mkdir -p found
export SWIFT_BACKTRACE=enable=no
failed=()
for parser in "${parsers[@]}"; do
  # SwiftPM leaves out its own main for --sanitize fuzzer; of several -sanitize the last one counts.
  swift build -c release --product "$parser" -Xswiftc -enable-testing \
    --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address
  kept=.build/kept/$parser
  seeds=.build/seeds/$parser
  log=.build/$parser.log
  mkdir -p "$kept" "$seeds"
  find ../Examples -type f -exec cp -t "$seeds" {} +
  [ ! -d "Seeds/$parser" ] || cp "Seeds/$parser"/* "$seeds"
  # The model that FuzzReading loads once looks like a leak to the sanitizer.
  leaks=1
  [ "$parser" != FuzzReading ] || leaks=0
  if ASAN_OPTIONS=detect_leaks=$leaks ".build/release/$parser" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -max_len=16384 -print_final_stats=1 -artifact_prefix=found/ "$kept" "$seeds" >"$log" 2>&1; then
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "fuzz: $parser, $runs inputs in $seconds s, nothing found"
  else
    tail -n 40 "$log"
    failed+=("$parser")
  fi
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "fuzz: ${failed[*]} failed; the inputs are in Fuzz/found" >&2
  exit 1
fi
