"""What may be trained on: the measured parts listed in `Evaluation/splits`."""

import hashlib
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "Evaluation" / "splits"
_FIFTH = "@fifth"


class MeasuredData(Exception):
    """Something that is measured on was about to be trained on."""


class UnknownCorpus(Exception):
    """A corpus without a list: nobody has said yet which part of it is measured."""


class Split:
    """The measured part of one corpus, as its list in `Evaluation/splits` gives it."""

    def __init__(self, lines):
        self.names, self.prefixes, self.fifths = set(), [], []
        for line in lines:
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            if line.endswith(_FIFTH):
                self.fifths.append(line[: -len(_FIFTH)])
            elif line.endswith("*"):
                self.prefixes.append(line[:-1])
            else:
                self.names.add(line)

    def holds(self, name):
        return (
            name in self.names
            or any(name.startswith(prefix) for prefix in self.prefixes)
            or any(name.startswith(prefix) and _in_fifth(name[len(prefix) :]) for prefix in self.fifths)
        )


def _in_fifth(words):
    return int(hashlib.sha256(words.encode("utf-8")).hexdigest(), 16) % 5 == 0


@lru_cache(maxsize=None)
def split(corpus, folder=FOLDER):
    """Raises UnknownCorpus when `folder` has no list for `corpus`."""
    path = Path(folder) / (corpus + ".txt")
    if not path.is_file():
        raise UnknownCorpus(f"{corpus}: no list in {folder}; add one, empty when nothing of it is measured")
    with path.open(encoding="utf-8") as lines:
        return Split(lines)


def measured(corpus, name, folder=FOLDER):
    """Whether `name` belongs to the measured part of `corpus`."""
    return split(corpus, folder).holds(name)


def assert_trainable(corpus, names, folder=FOLDER):
    """Raises MeasuredData, naming them, when any of `names` is measured on."""
    found = [name for name in names if measured(corpus, name, folder)]
    if found:
        shown = ", ".join(found[:5]) + (", …" if len(found) > 5 else "")
        raise MeasuredData(f"{corpus}: {len(found)} measured, not to be trained on: {shown}")
