"""Names and adjectives of states, from the lexicon of the project."""

from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[4] / "Lexicons" / "actors" / "states.tsv"
_NAMES = {"name", "official", "former"}


@lru_cache(maxsize=None)
def _rows():
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@lru_cache(maxsize=None)
def _names():
    return frozenset(_plain(name) for _, form, name in _rows() if form in _NAMES)


@lru_cache(maxsize=None)
def adjectives():
    """Adjectives of states and nations, in lower case."""
    names = {name.lower() for _, form, name in _rows() if form in _NAMES}
    return frozenset(name.lower() for _, form, name in _rows() if form == "adjective") - names


def _plain(name):
    name = " ".join(name.replace(".", "").split())
    return name[4:] if name[:4] in ("The ", "the ") else name


def is_state(name):
    """Whether a name is that of a state: `the U.S.`, `Mali`."""
    plain = _plain(name)
    return plain in _names() or (plain.isupper() and len(plain) > 3 and plain.title() in _names())
