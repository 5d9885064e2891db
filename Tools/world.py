#!/usr/bin/env python3
"""Checks that the folders of a test world are well formed (Tests/WorldTests/README.md).

    Tools/world.py Tests/WorldTests/World

Prints what is wrong, a line each, then counts; the exit status is 1 when anything is wrong.
"""

import json
import pathlib
import re
import sys

STANCES = {"backs", "denies", "conflicts", "superseded"}
KINDS = {"named", "state", "organisation", "unnamed", "reporter"}
TYPES = {"denies", "disputes", "corrects", "walks_back", "confirms", "declines_comment", "conflicts"}
FIELDS = {"number", "time", "actor", "place", "polarity"}


def report(path):
    """Front matter and body of a report."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return dict(line.split(": ", 1) for line in head.strip().splitlines()), body.strip()


def check(folder, wrong, counts):
    def complain(text):
        wrong.append(f"{folder.name}: {text}")

    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    paths = sorted(folder.glob("*.md"))
    reports = {path.stem: report(path) for path in paths}
    previous = ""
    for name, (head, body) in reports.items():
        for key in ("title", "publisher", "date", "url"):
            if not head.get(key):
                complain(f"{name} has no {key}")
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", head.get("date", "")):
            complain(f"{name}: date is not like 2026-03-04T06:30:00Z")
        if head.get("date", "") < previous:
            complain(f"{name} was published before the report it follows")
        previous = head.get("date", "")
        if not 120 <= len(body.split()) <= 400:
            complain(f"{name} has {len(body.split())} words, not 120 to 400")
        if re.search(r"^\s*([#>|*-]|\d+\.) |\*\*|\]\(", body, re.M):
            complain(f"{name} has marks of Markdown in its body")

    told = [name for story in gold["stories"] for name in story["reports"]]
    if sorted(told) != sorted(reports):
        complain(f"stories do not hold each report once: {set(told) ^ set(reports)}")
    for versions in gold["versions"]:
        if len({reports[name][0]["url"] for name in versions}) != 1 or versions != sorted(versions):
            complain(f"versions {versions} differ in their address or order")
    addresses = {}
    for name, (head, _) in reports.items():
        addresses.setdefault(head["url"], []).append(name)
    for names in addresses.values():
        if len(names) > 1 and names not in gold["versions"]:
            complain(f"{names} share an address and are no versions")
    for family in gold["families"]:
        for copy in family["copies"]:
            if copy["extent"] not in ("whole", "partial"):
                complain(f"extent {copy['extent']}")
            if reports[copy["report"]][0]["date"] < reports[family["original"]][0]["date"]:
                complain(f"{copy['report']} was published before its original")

    for claim in gold["claims"]:
        where = f"claim {claim['claim']}"
        origins = {origin["origin"]: origin for origin in claim["origins"]}
        for origin in origins.values():
            if origin["kind"] not in KINDS:
                complain(f"{where}: kind {origin['kind']}")
        for statement in claim["statements"]:
            times = reports[statement["report"]][1].count(statement["text"])
            if times != 1:
                complain(f"{where}: “{statement['text']}” stands {times} times in {statement['report']}")
            if statement["stance"] not in STANCES:
                complain(f"{where}: stance {statement['stance']}")
            if statement["origin"] not in origins:
                complain(f"{where}: origin {statement['origin']} is not listed")
        for name in set(origins) - {statement["origin"] for statement in claim["statements"]}:
            complain(f"{where}: no statement comes from origin {name}")
        backing = {
            statement["origin"] for statement in claim["statements"] if statement["stance"] == "backs"
        }
        if not (1 if backing else 0) <= claim["independent_origins"] <= max(len(backing), 0):
            complain(f"{where}: {claim['independent_origins']} independent of {len(backing)} origins")
        for entry in claim["disagreement"]:
            size = len(claim["statements"])
            if entry["type"] not in TYPES or not (0 <= entry["from"] < size and 0 <= entry["to"] < size):
                complain(f"{where}: disagreement {entry}")
            if entry.get("field", "number") not in FIELDS:
                complain(f"{where}: field {entry['field']}")
        counts["claims"] += 1
        counts["claims with two statements"] += len(claim["statements"]) > 1
        counts["claims with two origins"] += len(origins) > 1
        counts["claims with two independent origins"] += claim["independent_origins"] > 1
        counts["claims with disagreement"] += bool(claim["disagreement"])
        counts["statements"] += len(claim["statements"])
    for question in gold["questions"]:
        for answer in question["answers"]:
            if reports[answer["report"]][1].count(answer["text"]) != 1:
                complain(f"answer “{answer['text']}” is not in {answer['report']}")
    counts["reports"] += len(reports)
    counts["stories"] += len(gold["stories"])
    counts["versions"] += sum(len(versions) - 1 for versions in gold["versions"])
    counts["copies"] += sum(len(family["copies"]) for family in gold["families"])
    counts["questions"] += len(gold["questions"])


def main():
    names = (
        "reports stories versions copies claims statements questions".split()
        + ["claims with two statements", "claims with two origins",
           "claims with two independent origins", "claims with disagreement"])
    counts = dict.fromkeys(names, 0)
    wrong = []
    for folder in sorted(path for path in pathlib.Path(sys.argv[1]).iterdir() if path.is_dir()):
        try:
            check(folder, wrong, counts)
        except (KeyError, ValueError, OSError) as error:
            wrong.append(f"{folder.name}: {type(error).__name__}: {error}")
    print("\n".join(wrong + [f"{count:5} {name}" for name, count in counts.items()]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
