#!/usr/bin/env bash
# The one list of Debian and Ubuntu packages that Quoth needs, and what puts them in place.
#
#   Tools/packages.sh list       the packages, and what each is for
#   Tools/packages.sh missing    those that this machine lacks, one a line
#   Tools/packages.sh ensure     installs what is missing; without root it names the command to run
#
# Nothing is asked of the network when nothing is missing.
set -euo pipefail

# package, the command it brings (or -), what it is for
packages() {
  cat <<'LIST'
g++                   g++         C++ headers and linker, for the Swift compiler and the language check
make                  make        the Makefile
pkg-config            pkg-config  finds libxml2, libmd, libarchive and SQLite
libxml2-dev           -           HTML
libcld2-dev           -           which language a report is in
libmd-dev             -           SHA-256
libarchive-dev        -           ZIP, tar and compressed files
libsqlite3-dev        -           the ledger
libdnnl-dev           -           matrix products in f32; looked for when they are asked for
libcurl4-openssl-dev  -           under the HTTP client of the Swift toolchain
python3               python3     the scorer that tests compare with
poppler-utils         pdftotext   reading PDF
LIST
}

# A command counts wherever it comes from; a library only as a package.
present() {
  local package=$1 command=$2
  if [ "$command" != - ] && command -v "$command" >/dev/null; then return 0; fi
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ]
}

missing() {
  local package command
  packages | while read -r package command _; do
    present "$package" "$command" || printf '%s\n' "$package"
  done
}

need_swift() {
  if ! command -v swift >/dev/null; then
    echo "quoth: no Swift toolchain on the PATH; install 6.2 or later: https://www.swift.org/install/linux" >&2
    exit 1
  fi
}

ensure() {
  need_swift
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "quoth: this system has no apt-get; the same libraries are needed under their names here:" >&2
    packages >&2
    return 0
  fi
  local lacking
  lacking=$(missing | paste -sd' ')
  [ -n "$lacking" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    echo "quoth: packages are missing, and only root can install them. Run this, then try again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends $lacking" >&2
    exit 1
  fi
  echo "quoth: installing $lacking" >&2
  apt-get update -qq
  # shellcheck disable=SC2086  # one word a package
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $lacking
}

case "${1:-}" in
  list) packages ;;
  missing) missing ;;
  ensure) ensure ;;
  *) sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
