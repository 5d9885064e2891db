#!/usr/bin/env bash
# The checks beside the tests, run by `make lint`: each prints its name and, when it fails, the places.
# TEST_BUILD holds the flags of the build that the tests ran on, so that nothing is built twice; those of
# the Makefile, unless given.
set -uo pipefail
cd "$(dirname "$0")/.."
TEST_BUILD=${TEST_BUILD:--c release -Xswiftc -enable-testing --scratch-path .build/tests}

failed=0

# check NAME COMMAND...: the command prints the places that break the rule and fails on any.
check() {
  local name=$1 places
  shift
  if places=$("$@" 2>&1); then
    printf 'ok      %s\n' "$name"
  else
    printf 'FAILED  %s\n%s\n' "$name" "$places"
    failed=1
  fi
}

# none PATTERN PATHSPEC...: succeeds when no tracked line matches.
none() {
  local pattern=$1
  shift
  ! git grep -nIE "$pattern" -- "$@"
}

format() { swift format lint --strict --parallel --recursive Package.swift Sources Tests Fuzz; }

# An import that no dependency in Package.swift allows is an error; targets under Tests are exempt.
imports() {
  # shellcheck disable=SC2086  # several flags
  swift build $TEST_BUILD --explicit-target-dependency-import-check error
}

# Targets that hold Swift and lack strict memory safety, or treat its warnings as less than errors.
lenient_targets() {
  swift package --scratch-path .build/tests dump-package | python3 -c '
import json, pathlib, sys
lenient = []
for target in json.load(sys.stdin)["targets"]:
    kinds = [setting["kind"] for setting in target["settings"]]
    strict = {"strictMemorySafety": {}} in kinds
    fatal = {"treatWarning": {"_0": "StrictMemorySafety", "_1": "error"}} in kinds
    if not (strict and fatal) and any(pathlib.Path(target["path"]).rglob("*.swift")):
        lenient.append(target["name"])
sys.exit("\n".join(lenient) or None)'
}

foreign_packages() {
  ! grep -nE '\.package\(' Package.swift
}

check 'format' format
check 'the word unsafe stands only in Sources/Bridges' \
  none '\bunsafe\b' 'Sources/*.swift' 'Tests/*.swift' ':!Sources/Bridges'
check 'strict memory safety is an error in every target' lenient_targets
check 'Foundation is imported only in Sources/Bridges/Fetch' \
  none '^[a-z ]*import Foundation' 'Sources/*.swift' ':!Sources/Bridges/Fetch'
check 'every import is a declared dependency' imports
check 'no package from elsewhere' foreign_packages
check 'no path of one machine' none '/(work|farm|root|tmp)/[a-z.]' . ':!LICENSE'
check 'nothing left for later' none '\b(TODO|FIXME|XXX)\b' Sources Tests Fuzz
check 'no file over 50 MB' bash -c \
  '! git ls-files -z | xargs -0 -r stat -c "%s %n" | awk "\$1 > 50000000" | grep .'

exit "$failed"
