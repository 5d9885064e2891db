#!/usr/bin/env python3
"""Writes Lexicons/words: the base forms of English verbs and nouns, the forms that no rule gives, and the nouns
that tell of something happening.

    apt-get install wordnet-base
    python3 Tools/lexicons/words.py /usr/share/wordnet Lexicons/words

Lexicons/words/SOURCE.md says what comes from where, and under which licence.
"""

import argparse
import pathlib
import re

PARTS = {"verb": "verb", "noun": "noun", "adj": "adjective"}
PLAIN = re.compile(r"[a-z]+(?:-[a-z]+)*\Z")

# Plurals that English writers use as words of their own, and forms that are another word far more often.
LEFT_OUT = {"data", "media", "dice", "bases", "axes", "left", "found", "lay", "bore", "wound", "ground", "evening"}
# Nouns in -s whose stem is a noun too.
WHOLE = {"species", "means", "headquarters", "goods", "regards", "troops", "savings"}
# What the exceptions lack or have otherwise.
OWN = {
    "verb": {
        "am": "be", "'m": "be", "’m": "be", "are": "be", "'re": "be", "’re": "be", "is": "be", "was": "be", "were": "be",
        "been": "be", "being": "be", "has": "have", "had": "have", "'ve": "have", "’ve": "have", "does": "do", "did": "do",
        "done": "do", "wo": "will", "ca": "can", "'ll": "will", "’ll": "will", "found": "find", "left": "leave",
        "lay": "lie", "wound": "wind", "bore": "bear", "ground": "grind",
    },
    "noun": {"bases": "base", "axes": "axe", "wives": "wife", "lives": "life", "knives": "knife"},
    "adjective": {},
}


def index(path):
    """Words of a WordNet index that are one word."""
    words = (line.split(" ", 1)[0] for line in path.read_text(encoding="ascii").splitlines() if line[:1] != " ")
    return {word for word in words if PLAIN.match(word)}


def exceptions(path):
    """Form and base of each line with one base."""
    for line in path.read_text(encoding="ascii").splitlines():
        form, *bases = line.split()
        if len(bases) == 1 and PLAIN.match(form) and PLAIN.match(bases[0]) and form != bases[0]:
            yield form, bases[0]


def happenings(folder):
    """Nouns of which one of the first two senses is an act or an event and comes from a verb."""
    senses = {}
    for line in folder.joinpath("data.noun").read_text(encoding="ascii").splitlines():
        fields = line.split(" | ")[0].split()
        if line[:1] != " " and fields[1] in ("04", "11"):
            pointers = fields[4 + 2 * int(fields[3], 16) :]
            senses[fields[0]] = any(a == "+" and b == "v" for a, b in zip(pointers[1::4], pointers[3::4]))
    for line in folder.joinpath("index.noun").read_text(encoding="ascii").splitlines():
        fields = line.split()
        if line[:1] != " " and PLAIN.match(fields[0]):
            own = fields[-int(fields[2]) :]
            if any(senses.get(sense) for sense in own[:2]):
                yield fields[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=pathlib.Path, help="folder of index.verb, verb.exc and so on")
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    verbs, nouns = index(options.wordnet / "index.verb"), index(options.wordnet / "index.noun")
    rows = set()
    for part, name in PARTS.items():
        known = {"verb": verbs, "noun": nouns}.get(name)
        for form, base in exceptions(options.wordnet / f"{part}.exc"):
            if form not in LEFT_OUT and (known is None or base in known) and not regular(form, base, name, known):
                rows.add((form, name, base))
        rows |= {(form, name, base) for form, base in OWN[name].items()}
    # Plurals of all other nouns lose their -s, or -es after a hiss, and need no list.
    hissing = {noun for noun in nouns if re.search(r"(?:[sxz]e|[cs]he|[^aeiou]ie|oe)\Z", noun)
               and not (re.search(r"(?:ss|x|[cs]h)e\Z", noun) and noun[:-1] in nouns)}
    whole = {noun for noun in nouns if re.search(r"[^ious]s\Z|os\Z", noun) and noun[:-1] not in nouns
             and noun[:-2] not in nouns and noun[:-3] + "y" not in nouns}
    for name, words in (("verb", verbs), ("noun", hissing | whole | WHOLE)):
        rows |= {(word, name, word) for word in words}
    rows = sorted("\t".join(row) for row in rows)
    head = "# form	part	base (Tools/lexicons/words.py)"
    options.out.joinpath("bases.tsv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    rows = sorted(f"{noun}\tnoun" for noun in happenings(options.wordnet))
    head = "# noun	part (Tools/lexicons/words.py)"
    options.out.joinpath("happenings.tsv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


def regular(form, base, part, known):
    """Whether the rules of Sources/Stages/Syntax/Lemmatiser.swift find the base."""
    if part == "verb":
        for end, cuts in (("ing", 3), ("ed", 2)):
            if form.endswith(end) and len(form) > cuts + 2:
                stem = form[:-cuts]
                for candidate in (stem + "e", stem, stem[:-1] if stem[-1] == stem[-2] else stem):
                    if candidate in known:
                        return candidate == base
    if part == "noun" and form == base + "s":
        return True
    return False


if __name__ == "__main__":
    main()
