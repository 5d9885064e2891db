"""PolNeAR: attributions (source, cue, content) in brat stand-off over raw text."""

import hashlib
import os
import re
from collections import defaultdict
from dataclasses import dataclass

ROLES = ("source", "cue", "content")
_FILE = re.compile(r"(.+)_([0-9a-zA-Z]+)\.ann$")


@dataclass
class Article:
    """One report and what each coder marked in it. Offsets are code points into `text`."""

    name: str
    text: str
    codings: list  # one list of attributions per coder, in file-name order


def _spans(words):
    return [tuple(int(x) for x in piece.split()) for piece in words.split(";")]


def _attributions(raw):
    """The attributions of one .ann file; lines that open neither a T nor an E are continuations."""
    entities, events = {}, []
    for line in raw.split("\n"):
        fields = line.rstrip("\r").split("\t")
        if len(fields) < 2:
            continue
        if re.match(r"T\d+$", fields[0]):
            kind, offsets = fields[1].split(" ", 1)
            entities[fields[0]] = _spans(offsets)
        elif re.match(r"E\d+$", fields[0]):
            events.append(fields[1])
    found = []
    for event in events:
        attribution = {role: [] for role in ROLES}
        for argument in event.split():
            name, reference = argument.split(":")
            name = re.sub(r"\d+$", "", name).lower()
            if name in ROLES and reference in entities:
                attribution[name] += entities[reference]
        for role in ROLES:
            attribution[role].sort()
        if attribution["content"]:
            found.append(attribution)
    return found


def read(folder):
    """Articles of one part (`…/polnear/data/train`), sorted by name.

    Raises FileNotFoundError when the folder is not laid out as PolNeAR is.
    """
    coders = defaultdict(list)
    for file in sorted(os.listdir(os.path.join(folder, "attributions"))):
        match = _FILE.match(file)
        if match:
            coders[match.group(1)].append(file)
    articles = []
    for name in sorted(coders):
        path = os.path.join(folder, "text", name + ".txt")
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        codings = []
        for coding in coders[name]:
            with open(os.path.join(folder, "attributions", coding), encoding="utf-8", newline="") as file:
                codings.append(_attributions(file.read()))
        articles.append(Article(name, text, codings))
    return articles


def held_back(article):
    """True for the twentieth of articles, by name, kept for calibrating and tuning; not trained on."""
    return int(hashlib.sha256(article.name.encode()).hexdigest(), 16) % 20 == 0
