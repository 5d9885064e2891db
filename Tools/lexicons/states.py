#!/usr/bin/env python3
"""Writes Lexicons/states/states.tsv from the CIA World Factbook's last edition (public domain).

    python3 Tools/lexicons/states.py …/reference/factbook-countries.tsv > Lexicons/states/states.tsv
"""

import csv
import re
import sys

BEYOND = {  # short forms that news uses and the Factbook does not give
    "United States": ["US", "U.S.", "USA", "America"],
    "United Kingdom": ["UK", "U.K.", "Britain"],
    "Korea, North": ["North Korea"],
    "Korea, South": ["South Korea"],
    "Burma": ["Myanmar"],
    "Turkey (Turkiye)": ["Turkey", "Turkiye"],
    "Congo, Democratic Republic of the": ["Congo", "DR Congo"],
    "European Union": ["EU", "E.U."],
}


def spellings(row):
    name = row["name"]
    if "," in name:
        last, first = (part.strip() for part in name.split(",", 1))
        yield f"{first} {last}"
        yield last if last != "Korea" else name
    elif "(" not in name:
        yield name
    yield from BEYOND.get(name, [])


def adjectives(row):
    for adjective in re.split(r",| or |;", re.sub(r"\(.*?\)", "", row["nationality_adjective"])):
        adjective = adjective.strip()
        if adjective and adjective != "none" and adjective[0].isupper():
            yield adjective


def main(path):
    print("# form\tword (Tools/lexicons/states.py)")
    names, forms = set(), set()
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if not row["government_type"] and row["name"] not in BEYOND:
                continue
            names.update(spellings(row))
            forms.update(adjectives(row))
    for kind, values in (("name", names), ("adjective", forms - names - {"Congo"})):
        for value in sorted(values):
            print(f"{kind}\t{value}")


if __name__ == "__main__":
    main(sys.argv[1])
