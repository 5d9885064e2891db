#!/usr/bin/env python3
"""Writes states.tsv, outlets.tsv, people.tsv and card.md of Lexicons/actors.

    python3 Tools/lexicons/actors.py REFERENCE DICTIONARIES Lexicons/actors

REFERENCE holds the Factbook, the leaders of Wikidata and the state media; DICTIONARIES the actor
dictionaries of PETRARCH 2. Codes come from Debian's iso-codes. Lexicons/actors/SOURCE.md says more.
"""

import collections
import csv
import difflib
import json
import pathlib
import re
import sys
import unicodedata

ISO = pathlib.Path("/usr/share/iso-codes/json")

# The day up to which each source knows who holds an office that it leaves open.
REACH = {"petrarch": "2014-01-30", "wikidata": "2022-10-10", "factbook": "2026-02-01"}

# Factbook names that differ from those of ISO 3166-1, and names of Wikidata and the state media list.
CODES = {
    "Congo (Brazzaville)": "COG", "Republic of the Congo": "COG", "DRC": "COD", "DR Congo": "COD",
    "Democratic Republic of the Congo": "COD", "The Gambia": "GMB", "Côte d'Ivoire": "CIV", "Ivory Coast": "CIV",
    "Saint Helena, Ascension, and Tristan da Cunha": "SHN", "Federated States of Micronesia": "FSM",
    "Pitcairn Islands": "PCN", "The Bahamas": "BHS", "The Dominican": "DOM", "Dominican Republic": "DOM",
    "Saint Martin": "MAF", "Virgin Islands": "VIR", "British Virgin Islands": "VGB", "Russia": "RUS", "Burma": "MMR",
    "Myanmar": "MMR", "Brunei": "BRN", "North Korea": "PRK", "South Korea": "KOR", "Laos": "LAO", "Macau": "MAC",
    "Taiwan": "TWN", "Vietnam": "VNM", "Kosovo": "XKX", "Moldova": "MDA", "Tanzania": "TZA", "Iran": "IRN",
    "Syria": "SYR", "Turkey": "TUR", "Bolivia": "BOL", "Venezuela": "VEN", "Holy See (Vatican City)": "VAT",
    "Vatican City": "VAT", "Falkland Islands (Islas Malvinas)": "FLK", "Cabo Verde": "CPV", "Cape Verde": "CPV",
    "Cocos (Keeling) Islands": "CCK", "Saint Barthelemy": "BLM", "Curacao": "CUW", "Sint Maarten": "SXM",
    "Sao Tome and Principe": "STP", "São Tomé and Príncipe": "STP", "Czech Republic": "CZE", "East Timor": "TLS",
    "People's Republic of China": "CHN", "Republic of Ireland": "IRL", "Kingdom of Denmark": "DNK",
    "Kingdom of the Netherlands": "NLD", "State of Palestine": "PSE", "United States of America": "USA", "UAE": "ARE",
    "UK": "GBR", "West Bank": "PSE", "Gaza, Gaza Strip": "PSE", "Saint Vincent and the Grenadines": "VCT",
    "Sahrawi Arab Democratic Republic": "ESH", "Palestine": "PSE", "Swaziland": "SWZ", "Macedonia": "MKD",
}

# Short forms that news uses, by state.
SHORT = {
    "USA": ["United States", "US", "U.S.", "USA", "America"], "GBR": ["UK", "U.K.", "Britain"], "MMR": ["Myanmar"],
    "TUR": ["Turkiye", "Türkiye"], "COD": ["Congo", "DR Congo", "Democratic Republic of Congo"],
    "COG": ["Congo", "Congo Republic", "Congo-Brazzaville"], "CIV": ["Ivory Coast", "Cote d'Ivoire"], "GMB": ["Gambia"],
    "BHS": ["Bahamas"], "DOM": ["Dominican Republic"], "VAT": ["Vatican", "Holy See"], "ARE": ["UAE", "U.A.E.", "Emirates"],
    "CZE": ["Czech Republic"], "TLS": ["East Timor"], "CPV": ["Cape Verde"], "FSM": ["Micronesia"], "MKD": ["Macedonia"],
    "PSE": ["Palestine"], "SWZ": ["Swaziland"], "FLK": ["Falkland Islands", "Falklands"],
    "SHN": ["Saint Helena"], "CCK": ["Cocos Islands"], "BIH": ["Bosnia"], "NLD": ["Holland"],
    "KNA": ["St. Kitts and Nevis"], "LCA": ["St. Lucia"], "VCT": ["St. Vincent and the Grenadines"], "VIR": ["U.S. Virgin Islands"],
}

# Names that states had, and states that are no more (ISO 3166-3).
FORMER = {
    "MMR": ["Burma"], "COD": ["Zaire"], "SWZ": ["Swaziland"], "MKD": ["Former Yugoslav Republic of Macedonia", "FYROM"],
    "LKA": ["Ceylon"], "BFA": ["Upper Volta"], "BEN": ["Dahomey"], "ZWE": ["Rhodesia"], "KHM": ["Kampuchea"],
    "IRN": ["Persia"], "THA": ["Siam"], "BLR": ["Byelorussia"], "VUT": ["New Hebrides"],
    "SUN": ["Soviet Union", "USSR", "U.S.S.R."], "YUG": ["Yugoslavia"], "CSK": ["Czechoslovakia"],
    "DDR": ["East Germany", "German Democratic Republic"], "SCG": ["Serbia and Montenegro"],
}

ADJECTIVES = {
    "USA": ["US", "U.S."], "GBR": ["UK", "U.K."], "CIV": ["Ivorian"], "SUN": ["Soviet"], "YUG": ["Yugoslav"],
    "CSK": ["Czechoslovak"], "DDR": ["East German"], "PRK": ["North Korean"], "KOR": ["South Korean"], "ARG": ["Argentinian"],
    "SWZ": ["Swazi"], "PSE": ["Palestinian"], "TWN": ["Taiwanese"], "HKG": ["Hong Kong"], "VAT": ["Vatican"],
    "SSD": ["South Sudanese"], "MMR": ["Myanmar"], "GRC": ["Hellenic"], "SAU": ["Saudi Arabian"],
}

DEMONYMS = {
    "GBR": ["Briton", "Britons"], "FRA": ["Frenchman", "Frenchwoman", "Frenchmen"], "DNK": ["Dane", "Danes"],
    "NLD": ["Dutchman", "Dutchwoman"], "IRL": ["Irishman", "Irishwoman"], "ESP": ["Spaniard", "Spaniards"],
    "POL": ["Pole", "Poles"], "TUR": ["Turk", "Turks"], "SWE": ["Swede", "Swedes"], "FIN": ["Finn", "Finns"],
    "PSE": ["Palestinian", "Palestinians"],
}

# Seats of government, where they are not what the Factbook's line begins with, and other spellings.
CAPITALS = {
    "USA": ["Washington", "Washington, D.C.", "Washington DC"], "NLD": ["Amsterdam", "The Hague"], "ISR": ["Jerusalem"],
    "MMR": ["Naypyidaw", "Nay Pyi Taw", "Naypyitaw"], "UKR": ["Kyiv", "Kiev"], "IND": ["New Delhi", "Delhi"],
    "CHN": ["Beijing", "Peking"], "CIV": ["Yamoussoukro", "Abidjan"], "BOL": ["La Paz"], "LKA": ["Colombo"],
    "BEN": ["Porto-Novo", "Cotonou"], "ZAF": ["Pretoria"], "MDA": ["Chisinau", "Chișinău"], "KAZ": ["Astana", "Nur-Sultan"],
    "TZA": ["Dodoma"], "PSE": ["Ramallah"], "TWN": ["Taipei"], "VAT": ["Vatican City"], "NRU": [], "BEL": ["Brussels"],
    "CHL": ["Santiago"], "YEM": ["Sanaa", "Sana'a"], "GNQ": ["Malabo"], "CHE": ["Bern", "Berne"], "BDI": ["Gitega", "Bujumbura"],
    "SWZ": ["Mbabane"], "KWT": ["Kuwait City"], "SMR": [], "DJI": [], "SGP": [], "MCO": [], "LUX": [], "GIB": [], "GTM": ["Guatemala City"],
}

# Whose own state a head of several states belongs to.
HOME = ["GBR", "FRA", "DNK", "NLD", "USA", "NOR"]

TITLES = set(
    """president prime minister interim acting transition transitional king queen chancellor chairman chairwoman
    chairperson chair general gen. gen col. col capt. capt dr. dr sir dame sultan amir emir pope prince princess grand duke
    supreme leader crown vice governor premier of the national council for safeguard homeland (cnsp) cnsp gnu presidential
    leadership sovereign and commander-in-chief sudanese armed forces state deputy government spain (prime
    minister-equivalent) swiss confederation captains regent foreign first caretaker co-vice emperor taoiseach ratu
    tuimaleali'ifano chief mr. mrs. a.i. union military administration council, ministers lord mann sheikh council's
    federal republic president, general-secretary secretary party central committee communist yang di-pertuan agong head
    co-chief co-prince executive taliban overall co-president senior self-proclaimed ad affairs political principality
    security commission""".split()
)


# Names that are much else besides: a first name, a surname, many towns.
DOUBTFUL = {
    "GEO": ["Georgia"], "TCD": ["Chad"], "JOR": ["Jordan"], "SYC": ["Victoria"], "JAM": ["Kingston"], "NFK": ["Kingston"],
    "BMU": ["Hamilton"], "FLK": ["Stanley"], "GUY": ["Georgetown"], "SHN": ["Jamestown"], "IMN": ["Douglas"],
    "CYM": ["George Town"], "CHL": ["Santiago"], "CRI": ["San José"], "PRI": ["San Juan"], "MDV": ["Malé"],
    "BLM": ["Gustavia"], "AIA": ["The Valley"], "CCK": ["West Island"], "VGB": ["Road Town"], "NZL": ["Beehive"],
    "GBR": ["No. 10", "Number 10", "Westminster"], "USA": ["Washington"],
}


# MARK: Names


SPECIAL = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"})


def fold(name):
    """The key that spellings of a name share: lower case, no accents, blanks for hyphens (NameKey.swift)."""
    name = unicodedata.normalize("NFKD", name.lower()).translate(SPECIAL)
    kept = "".join(c for c in name if not unicodedata.combining(c) and c not in ".'’‘ʻʼ`´")
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def sound(key):
    """What transliterations of a name share (NameKey.swift); `None` for a name of one word."""
    words = [word for word in key.split() if word not in PARTICLES]
    if len(words) < 2:
        return None
    heard = []
    for word in words:
        word = re.sub("^(abdel|abdul)(?=.)", "", word)
        for written, said in SOUNDS:
            word = word.replace(written, said)
        heard.append(re.sub(r"(.)\1+", r"\1", word))
    return "~" + " ".join(heard)


PARTICLES = {"al", "el", "ul", "bin", "ben", "ibn", "abd", "abdel", "abdul"}
SOUNDS = [
    ("sch", "sh"), ("tch", "ch"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("dj", "j"), ("ck", "k"), ("kh", "h"), ("gh", "g"),
    ("ph", "f"), ("tz", "c"), ("ts", "c"), ("q", "k"), ("y", "i"), ("e", "a"), ("w", "v"), ("o", "u"),
]


def titled(words):
    """A name in capitals, each word with a capital letter only where names have one."""
    small = {"de", "la", "bin", "van", "von", "da", "du", "der", "den", "di", "dos", "ibn", "ben", "al", "el", "ould", "bint"}
    result = []
    for word in words.split():
        lower = word.lower()
        parts = re.split(r"([-'])", lower)
        result.append(lower if lower in small and result else "".join(p[:1].upper() + p[1:] for p in parts))
    return " ".join(result)


# MARK: States


def iso_codes():
    with open(ISO / "iso_3166-1.json", encoding="utf-8") as file:
        return json.load(file)["3166-1"]


class Countries:
    def __init__(self):
        self.iso = {row["alpha_3"]: row for row in iso_codes()}
        self.by_name = {}
        for code, row in self.iso.items():
            for field in ("name", "common_name", "official_name"):
                if field in row:
                    self.by_name[fold(row[field])] = code
        for name, code in CODES.items():
            self.by_name[fold(name)] = code

    def code(self, name):
        return self.by_name.get(fold(re.sub(r"\(.*?\)", "", name))) or self.by_name.get(fold(name))


def factbook(folder, countries):
    with open(folder / "factbook-countries.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["government_type"] or row["name"] in ("West Bank",):
                row["code"] = countries.code(row["name"])
                yield row


def alternatives(field):
    field = re.sub(r"note.*", "", re.sub(r"\(.*?\)", "", field))
    for part in re.split(r",| or |;", field):
        part = part.strip()
        if part and part.lower() not in ("none", "na") and part[0].isupper():
            yield part


def demonyms(field):
    for part in re.split(r",| or |;", re.sub(r"note.*", "", field)):
        word = re.sub(r"\(.*?\)", "", part).strip()
        if not word or not word[0].isupper() or word in ("NA", "None") or "(men)" in part or "(women)" in part:
            continue
        yield word
        if "(s)" in part:
            yield word + "s"


def capitals(row):
    if row["code"] in CAPITALS:
        return CAPITALS[row["code"]]
    first = re.split(r";|,|\(| in | note", row["capital"])[0].strip()
    return [first] if first and not first.startswith("no ") else []


def states(rows, countries):
    forms = collections.OrderedDict()

    def add(code, form, name):
        entry = forms.setdefault(code, [])
        if (form, name) not in entry:
            entry.append((form, name))

    for row in rows:
        code = row["code"]
        if code is None:
            continue
        name = re.sub(r"\s*\(.*?\)", "", row["name"])
        name = {"COG": "Republic of the Congo", "COD": "Democratic Republic of the Congo", "MMR": "Burma", "DOM": "Dominican Republic", "PSE": "Palestine"}.get(code, name)
        if code not in forms:
            add(code, "name", SHORT[code][0] if code in ("VAT", "MMR", "PSE") else name)
        for short in [name] + SHORT.get(code, []):
            add(code, "name", short)
        official = re.split(r";|\(", row["long_name"])[0].strip()
        iso = countries.iso.get(code, {})
        for long in (official, iso.get("official_name"), iso.get("name")):
            long = (long or "none").removeprefix("the ")
            if long not in ("none", "NA") and "," not in long and ("name", long) not in forms[code]:
                add(code, "official", long)
        for adjective in list(alternatives(row["nationality_adjective"])) + ADJECTIVES.get(code, []):
            add(code, "adjective", adjective)
        for noun in list(demonyms(row["nationality_noun"])) + DEMONYMS.get(code, []):
            add(code, "demonym", noun)
        for capital in capitals(row):
            add(code, "capital", capital)
    for code, names in FORMER.items():
        for name in names:
            add(code, "former", name)
    for code, names in DOUBTFUL.items():
        for name in names:
            add(code, "doubtful", name)
    for code in ("SUN", "YUG", "CSK", "DDR"):
        for adjective in ADJECTIVES[code]:
            add(code, "adjective", adjective)
    return forms


# MARK: People


class People:
    """Bearers of offices, joined when name and state are the same."""

    def __init__(self):
        self.people = []
        self.by_key = collections.defaultdict(list)

    def find(self, key, state):
        return next((p for p in self.by_key[key] if p["state"] == state), None)

    def alike(self, state, given, surname):
        """Who has this state, this surname and nearly this first name in an older list."""
        given, surname = fold(given), fold(surname)
        for person in self.people:
            for key in person["names"] if person["state"] == state else []:
                words = key.split()
                if len(words) > 1 and words[-1] == surname and difflib.SequenceMatcher(None, words[0], given).ratio() > 0.7:
                    return person
        return None

    def add(self, names, state, offices, surname=None):
        keys = [fold(name) for name in names]
        person = next((p for p in (self.find(key, state) for key in keys if " " in key) if p), None)
        if person is None:
            person = {"name": names[0], "state": state, "names": {}, "offices": [], "surname": None}
            self.people.append(person)
        person["surname"] = surname or person["surname"]
        for name, key in zip(names, keys):
            if key not in person["names"]:
                person["names"][key] = name
                self.by_key[key].append(person)
        person["offices"] += offices


def day(text, last=False):
    """A date of the dictionaries, YYMMDD or YYYYMMDD with slips, in ISO 8601."""
    digits = re.sub(r"\D", "", text)
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= 14 else "19") + digits
    if len(digits) == 9:
        digits = digits[:8]
    if len(digits) not in (7, 8) or not 1900 <= int(digits[:4]) <= 2014:
        return None
    month = min(max(int(digits[4:6]), 1), 12)
    date = min(max(int(digits[6:8]), 1), 31) if len(digits) == 8 else (31 if last else 1)
    return f"{digits[:4]}-{month:02}-{date:02}"


# Words of the dictionaries' entries that no person's name has, and those that may stand before one.
NO_NAME = set(
    """PRESIDENT PRESIDENTS MINISTER MINISTERS CHANCELLOR KANZLER BUNDESKANZLER ADMINISTRATION GOVERNMENT THE ELECT OF
    SECRETARY VICE PREMIER LEADER CHAIRMAN SENATOR GOVERNOR MINISTRY OFFICIALS PARTY PM AMBASSADOR AYATOLLAH HOJATOLISLAM""".split()
)
HONORIFICS = set("SIR DAME DR MR MRS SHEIKH GENERAL GEN COLONEL COL KING QUEEN PRINCE PRINCESS LORD LADY MULLAH MAJOR".split())


def petrarch(path, people, countries):
    """Persons with a dated office in a government ([AFGGOV 011222-…]) or at the head of a body of the UN."""
    moved = {"TMP": "TLS", "KSV": "XKX", "SCG": "SRB", "KRJ": "KOR", "ROM": "ROU"}
    names, offices = [], []

    def close():
        if names and offices:
            state = offices[0][0]
            full = [n for n in names if " " in n]
            single = [n for n in names if " " not in n]
            if full:
                surname = single[0] if single and fold(single[0]) == fold(full[0]).split()[-1] else None
                people.add(full, state, [o for o in offices if o[0] == state], surname)
        names.clear()
        offices.clear()

    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        text = line.split("#")[0].rstrip()
        if not text.strip():
            continue
        if text[0] not in "+\t [":
            close()
        words = text.split("[")[0].strip().lstrip("+").strip("_ ").replace(" ", "_")
        if words:
            parts = [part for part in words.split("_") if part]
            while len(parts) > 2 and parts[0].strip(".") in HONORIFICS:
                parts = parts[1:]
            if not re.search(r"\d|[/:(),]", words) and not NO_NAME.intersection(part.strip(".") for part in parts):
                names.append(titled(" ".join(parts)))
        for code, sub, dates in re.findall(r"\[([A-Z]{3})([A-Z]*)\s*([^\]]*)\]", text):
            if not sub.startswith("GOV") or not dates.strip():
                continue
            code = moved.get(code, code)
            if code not in countries.iso and code not in ("XKX", "SUN", "YUG", "CSK", "DDR"):
                continue
            dates = dates.strip()
            if dates.startswith(">"):
                begin, end = day(dates[1:]), ">" + REACH["petrarch"]
            elif dates.startswith("<"):
                continue
            elif "-" in dates:
                first, last = dates.split("-", 1)
                begin, end = day(first), day(last, last=True)
            else:
                continue
            if begin and end and begin <= end.lstrip(">"):
                offices.append((code, "government", begin, end))
    close()


def family_name(name, state):
    """The last word of a name, or the first where that is the custom; `None` for a number."""
    word = name.split()[0 if state in ("CHN", "TWN", "PRK", "KOR", "VNM") else -1]
    return None if re.fullmatch("[IVX]+", word) else word


def wikidata(path, people, countries):
    homes = {}
    rows = []
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = countries.code(row["country"])
            name = row["officeholderLabel"]
            if not code or not row["start_year"].strip().isdigit() or re.fullmatch(r"Q\d+", name):
                continue
            rows.append((name, code, row))
            homes.setdefault(name, set()).add(code)
    for name, code, row in rows:
        if len(homes[name]) > 1 and any(home in homes[name] for home in HOME) and code not in HOME:
            continue
        office = re.split(r" of | to ", row["positionLabel"])[0].lower()
        begin = row["start_year"].strip() + "-01-01"
        ended = row["end_year"].strip()
        end = ended + "-12-31" if ended.isdigit() else ">" + REACH["wikidata"]
        surname = family_name(name, code)
        if office in ("monarch", "king", "queen", "emperor") or re.search(r" (of|bin) ", name):
            surname = None
        older = people.alike(code, name.split()[0], name.split()[-1]) if " " in name else None
        names = [older["name"], name] if older else [name]
        people.add(names, code, [(code, office, begin, end)], surname)


MONTHS = "January February March April May June July August September October November December".split()


def since(text):
    found = re.search(r"since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})", text)
    if not found or int(found[3]) < 1945:
        return None
    month = MONTHS.index(found[2]) + 1 if found[2] in MONTHS else 1
    return f"{found[3]}-{month:02}-{int(found[1] or 1):02}"


def leader(text):
    """Title, name and surname of a line such as "President Ana Maria RUIZ (since 4 May 2025)"."""
    text = re.split(r";|, represented| of (?:Denmark|Norway)|, also", text)[0]
    words = re.sub(r"\(.*", "", text).replace(",", "").split()
    start = next((i for i, w in enumerate(words) if w.lower() not in TITLES), None)
    if not start:
        return None
    name = words[start:]
    if len(name) > 8:
        return None
    capitals = [w for w in name if w.isupper() and not re.fullmatch(r"[IVX]+|[A-Z]\.?", w)]
    if not capitals:
        return None
    spelled = " ".join(titled(w) if w.isupper() and not re.fullmatch(r"[IVX]+", w) and len(w) > 1 else w for w in name)
    return " ".join(words[:start]).lower(), spelled, titled(" ".join(capitals))


def factbook_leaders(rows, people):
    found, homes = [], collections.defaultdict(set)
    for row in rows:
        for field in ("chief_of_state", "head_of_government"):
            begin, who = since(row[field]), leader(row[field])
            if begin and who and row["code"]:
                found.append((row["code"], begin, *who))
                homes[who[1]].add(row["code"])
    for code, begin, title, name, surname in found:
        if len(homes[name]) > 1 and any(home in homes[name] for home in HOME) and code not in HOME:
            continue
        words = name.split()
        names = [name]
        if any(re.fullmatch(r"[A-Z]\.", word) for word in words):
            names.insert(0, " ".join(word for word in words if not re.fullmatch(r"[A-Z]\.", word)))
        # "Abdelmadjid Tebboune" beside "Joao Manuel Goncalves Lourenco"
        last = surname.split()[-1]
        if len(words) > 2 and words[0].lower() != surname.split()[0].lower() and words[-1].lower() == last.lower():
            names.append(f"{words[0]} {surname}")
        monarch = re.search(r"king|queen|emperor|sultan|amir|prince\b|pope", title)
        if monarch and len(words) >= 2 and re.fullmatch(r"[IVX]+", words[-1]):
            names.append(f"{title.split()[-1].title()} {name}")
        older = people.alike(code, words[0], last)
        if older:
            names.insert(0, older["name"])
        people.add(names, code, [(code, title, begin, ">" + REACH["factbook"])], None if monarch else surname)


def merged(offices):
    """Offices in order, those of one kind that follow within half a year as one; a later source closes an open end."""
    result = []
    for code, office, begin, end in sorted(set(offices), key=lambda o: (o[1], o[2], o[3].lstrip(">"))):
        if result and result[-1][:2] == [code, office]:
            last = result[-1]
            before = last[3].lstrip(">")
            gap = (int(begin[:4]) - int(before[:4])) * 12 + int(begin[5:7]) - int(before[5:7])
            if gap <= 6:
                if end.lstrip(">") >= before:
                    last[3] = end
                continue
        result.append([code, office, begin, end])
    return sorted(result, key=lambda o: o[2])


def slugs(people):
    """A stable id of each person: the name, and the state where two share it."""
    shared = collections.Counter(fold(p["name"]) for p in people)
    taken = set()
    for person in people:
        key = fold(person["name"])
        slug = key.replace(" ", "-")
        if shared[key] > 1:
            slug += "-" + person["state"].lower()
        number = 2
        base = slug
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        taken.add(slug)
        person["slug"] = slug


def office_words(office):
    """State, first and last day, office: "AFG 20011222 >20140130"; an office of which no more is known has no name."""
    code, name, begin, end = office
    return " ".join([code, begin.replace("-", ""), end.replace("-", "")] + [name] * (name != "government"))


def people_lines(people):
    lines = set()
    sounds = collections.defaultdict(set)
    for person in people:
        offices = ";".join(office_words(office) for office in merged(person["offices"]))
        primary = fold(person["name"])
        lines.add((primary, person["slug"], person["name"], offices))
        for key in person["names"]:
            if key != primary and " " in key:
                lines.add((key, person["slug"], "=" + primary))
        for key in person["names"] if person["surname"] else []:
            if sound(key):
                sounds[sound(key)].add((person["slug"], primary))
        if person["surname"] and fold(person["surname"]) != primary:
            lines.add((fold(person["surname"]), person["slug"], "=" + primary))
    for heard, owners in sounds.items():
        if len(owners) == 1:
            slug, primary = next(iter(owners))
            lines.add((heard, slug, "=" + primary))
    return sorted(("\t".join(line) for line in lines), key=lambda line: line.encode())


# MARK: Outlets

# A name of such words alone may be anybody's: *public radio*, *The Herald*.
ANYBODYS = set("am fm un public military legal financial economic reference radio news daily front voice state national".split())


def outlets(folder, countries, known):
    """State media with the state that owns them, by the names that no other state's outlet has."""
    kept = collections.defaultdict(set)
    with open(folder / "state-media-matrix.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            code = countries.code(row["Country"])
            if not code or not re.match(r"SC|ISF|ISM|CaPu", row["Typology"]):
                continue
            for field in (row["Media company"], row["Main assets"]):
                short = re.findall(r"\(([A-Z]{3,6})\)", field)
                name = re.sub(r"\*|\(.*", "", re.sub(r"^[A-Z][a-z ]+: ", "", field)).strip()
                for word in [name] + short:
                    key = fold(word)
                    plain = " " in word and word.isascii() and not re.search(r"\d|\.|\bor\b|http|/|^The( \w+)?$", word)
                    plain = plain and not ANYBODYS.issuperset(key.split())
                    if (plain or re.fullmatch(r"[A-Z]{3,6}", word)) and key not in known and 3 <= len(word) <= 60:
                        kept[key].add((code, word))
    for key, found in sorted(kept.items()):
        if len({code for code, _ in found}) == 1:
            yield sorted(found)[0]


# MARK: Writing


def card(forms, people, media):
    by_year, leaders = collections.Counter(), collections.Counter()
    for person in people:
        years, heads = set(), set()
        for _, office, begin, end in person["offices"]:
            span = range(int(begin[:4]), int(end.lstrip(">")[:4]) + 1)
            years.update(span)
            if office != "government":
                heads.update(span)
        by_year.update(years)
        leaders.update(heads)
    lines = [
        "# actors: what is in it", "",
        "Written by `Tools/lexicons/actors.py`, together with the files. What it is for, where it comes from and where",
        "it stops: [SOURCE.md](SOURCE.md).", "",
        f"{len(forms)} states and territories with {sum(map(len, forms.values()))} names, {media} state media, "
        f"{len(people)} people.", "",
        "How many people hold an office in a year, as far as the sources reach. From 2014 on only heads of state and",
        "government are known.", "",
        "| year | in office | of them by title |", "| --- | --- | --- |"]
    for year in range(1945, 2027):
        if year < 1990 and year % 5:
            continue
        lines.append(f"| {year} | {by_year[year]} | {leaders[year]} |")
    return "\n".join(lines) + "\n"


def main(reference, dictionaries, out):
    reference, dictionaries, out = map(pathlib.Path, (reference, dictionaries, out))
    countries = Countries()
    rows = list(factbook(reference, countries))
    forms = states(rows, countries)

    people = People()
    petrarch(dictionaries / "Phoenix.Countries.actors.txt", people, countries)
    wikidata(reference / "world-leaders-wikidata-2022-10.csv", people, countries)
    factbook_leaders(rows, people)
    slugs(people.people)

    known = set()
    for line in (out / "bodies.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        known.update(fold(name) for name in line.split("\t")[3].split("|"))
    known.update(fold(name) for names in forms.values() for _, name in names)
    media = list(outlets(reference, countries, known))

    with open(out / "states.tsv", "w", encoding="utf-8") as file:
        file.write("# state\tform\tname (Tools/lexicons/actors.py)\n")
        for code in sorted(forms):
            file.writelines(f"{code}\t{form}\t{name}\n" for form, name in forms[code])
    with open(out / "outlets.tsv", "w", encoding="utf-8") as file:
        file.write("# state\tname (Tools/lexicons/actors.py)\n")
        file.writelines(f"{code}\t{name}\n" for code, name in sorted(media))
    (out / "people.tsv").write_text("\n".join(people_lines(people.people)) + "\n", encoding="utf-8")
    (out / "card.md").write_text(card(forms, people.people, len(media)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
