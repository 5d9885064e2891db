"""Readers of the corpora that may be trained on. All yield `Document`; see shared/DATA.md for the sets."""

from pathlib import Path

from .document import EVENT_TYPES, NAME_TYPES, NO_TYPE, YIELD, Document, Event, Word, problems
from .ecbplus import ecbplus
from .factuality import factuality
from .muc4 import muc4
from .plover import plover
from .sick import sick
from .tagged import conll03, crossner, re3d
from .treebank import ewt, gum
from .wikievents import wikievents

__all__ = [
    "Document", "Word", "Event", "NAME_TYPES", "EVENT_TYPES", "NO_TYPE", "YIELD", "READERS", "problems", "read",
    "gum", "ewt", "conll03", "re3d", "crossner", "factuality", "ecbplus", "wikievents", "plover", "muc4", "sick",
]  # fmt: skip

# Each takes the folder all corpora are unpacked in.
READERS = {
    "gum": lambda folder: gum(folder / "gum"),
    "ewt": lambda folder: ewt(folder / "ewt", folder / "factuality"),
    "conll03": lambda folder: conll03(folder / "conll03"),
    "re3d": lambda folder: re3d(folder / "re3d"),
    "crossner-politics": lambda folder: crossner(folder / "crossner-politics"),
    "factuality": lambda folder: factuality(folder / "factuality"),
    "ecbplus": lambda folder: ecbplus(folder / "ecbplus"),
    "wikievents": lambda folder: wikievents(folder / "wikievents"),
    "plover": lambda folder: plover(folder / "plover", folder / "dictionaries"),
    "sick": lambda folder: sick(folder / "nli"),
    "muc4": lambda folder: muc4(folder / "muc4"),
}


def read(folder, name):
    """Training documents of one reader of `READERS`, from the folder the archives were unpacked in."""
    return list(READERS[name](Path(folder)))
