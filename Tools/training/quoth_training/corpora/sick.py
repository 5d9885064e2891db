"""SICK, train: plain sentences, without any label, for the vector of a sentence."""

import csv
from pathlib import Path

from .document import Document


def sick(folder):
    with open(Path(folder, "sick-train.csv"), encoding="utf-8", newline="") as lines:
        found = dict.fromkeys(row[side].strip() for row in csv.DictReader(lines) for side in ("premise", "hypothesis"))
    with open(Path(folder, "sick-dev.csv"), encoding="utf-8", newline="") as lines:
        barred = {row[side].strip() for row in csv.DictReader(lines) for side in ("premise", "hypothesis")}
    for number, text in enumerate(found, 1):
        if text and text not in barred:
            yield Document("sick", f"sick-train/{number}", text, [(0, len(text))])
