"""Measures Quoth's reading of HTML against trafilatura's, in turns.

    extraction.py PROGRAM FOLDER [--runs N] [--output FILE]

PROGRAM is the `extraction` program of this package, FOLDER holds pages as .html or .html.gz. Run it
with a Python that has trafilatura (tried with 2.3.1). Both sides read the same pages and find text
and metadata; pages are unpacked and decoded before the clock starts. A rate is MB of HTML per
CPU-second, user plus system. Quoth and trafilatura take turns, so that a change of clock or load
meets both, and the ratio is that of the medians. trafilatura is timed in three settings; the ratio
to its fastest one counts.
"""

import argparse
import gzip
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

BAR = 3.0  # times trafilatura's rate

# The settings of the peer, by what it returns.
PEERS = {
    "trafilatura, text": {},
    "trafilatura, text, precision": {"favor_precision": True},
    "trafilatura, text and metadata": {"with_metadata": True},
}


def read_pages(folder: pathlib.Path) -> list[str]:
    """All pages below a folder, decoded as UTF-8."""
    pages = []
    for path in sorted(folder.rglob("*.html*")):
        content = path.read_bytes()
        if path.suffix == ".gz":
            content = gzip.decompress(content)
        pages.append(content.decode("utf-8", "replace"))
    return pages


def peer(folder: pathlib.Path, setting: str) -> None:
    """Reads all pages with trafilatura and prints bytes and CPU seconds as JSON."""
    import trafilatura

    pages = read_pages(folder)
    started = time.process_time()
    found = sum(
        trafilatura.bare_extraction(page, include_comments=False, **PEERS[setting]) is not None
        for page in pages
    )
    seconds = time.process_time() - started
    size = sum(len(page.encode("utf-8")) for page in pages)
    print(json.dumps({"pages": len(pages), "found": found, "bytes": size, "cpu": seconds}))


def rate(command: list[str]) -> float:
    """MB per CPU-second of one run."""
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return result["bytes"] / 1e6 / result["cpu"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--output", type=pathlib.Path, help="write the result there as JSON")
    parser.add_argument("--peer", choices=PEERS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.peer:
        peer(arguments.folder, arguments.peer)
        return 0

    import trafilatura

    commands = {"quoth": [arguments.program, str(arguments.folder)]}
    for setting in PEERS:
        commands[setting] = [
            sys.executable, __file__, "-", str(arguments.folder), "--peer", setting,
        ]
    rates: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(arguments.runs):
        for name, command in commands.items():
            rates[name].append(rate(command))
    medians = {name: statistics.median(series) for name, series in rates.items()}
    ratio = medians["quoth"] / max(medians[setting] for setting in PEERS)
    result = {
        "machine": platform.processor() or platform.machine(),
        "load": os.getloadavg()[0],
        "trafilatura": trafilatura.__version__,
        "runs": rates,
        "medians": medians,
        "ratio": ratio,
    }
    for name, median in medians.items():
        print(f"{name:32} {median:6.1f} MB per CPU-second")
    print(f"ratio to the fastest setting     {ratio:6.1f}, bar {BAR}")
    if arguments.output:
        arguments.output.write_text(json.dumps(result, indent=2) + "\n")
    return 0 if ratio >= BAR else 2


if __name__ == "__main__":
    sys.exit(main())
