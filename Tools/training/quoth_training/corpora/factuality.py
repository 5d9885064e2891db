"""Certainty of events, -3 to 3, sentence by sentence: UW, MegaVeridicality, CommitmentBank, RP."""

import json
from pathlib import Path

from ..splits import assert_trainable, measured
from .detokenise import detokenise
from .document import Document

# Stylised sentences, and judgments of a single question, count less than judgments of news.
FILES = {"UW/train": 1.0, "MV2/all": 0.3, "CB/all": 0.7, "RP/train": 0.7, "RP/dev": 0.7, "RP/test": 0.7}


def factuality(folder, files=FILES):
    """A document for each sentence, or context with its sentence in CommitmentBank.

    Targets of several words (clauses, in RP) are left out: which of them is meant is not marked.
    """
    for file, weight in files.items():
        with open(Path(folder, file + ".jsonl"), encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                name = f"{file}/{number}"
                if measured("factuality", name):
                    continue
                assert_trainable("factuality", [name])
                document = sentence(name, json.loads(line), weight)
                if document:
                    yield document


def sentence(name, entry, weight):
    text, spans = detokenise(entry["text"].split(), "apart" if name.startswith("CB/") else "join")
    certainty = []
    for target in entry["targets"]:
        low, high = target["span1"]
        if high - low == 1 and low < len(spans):
            certainty.append((*spans[low], max(-3.0, min(3.0, float(target["label"]))), weight))
    if not certainty:
        return None
    return Document("factuality", name, text, [(0, len(text))], certainty=certainty)
