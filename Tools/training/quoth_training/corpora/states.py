"""Names of states, from the lexicon of the project."""

from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[4] / "Lexicons" / "states" / "states.tsv"


@lru_cache(maxsize=None)
def _names():
    lines = (line.rstrip("\n").split("\t") for line in FILE.read_text(encoding="utf-8").splitlines())
    return frozenset(_plain(fields[1]) for fields in lines if fields[0] == "name" and len(fields) > 1)


def _plain(name):
    name = " ".join(name.replace(".", "").split())
    return name[4:] if name[:4] in ("The ", "the ") else name


def is_state(name):
    """Whether a name is that of a state: `the U.S.`, `Mali`."""
    plain = _plain(name)
    return plain in _names() or (plain.isupper() and len(plain) > 3 and plain.title() in _names())
