"""PLOVER: who did what to whom, in gold records, codings of PETRARCH's suites and synthetic stories."""

import csv
import json
import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from ..splits import assert_trainable, measured
from .detokenise import Places
from .document import EVENT_TYPES, YIELD, Document, Event

_OLD_TYPES = {"FIGHT": "ASSAULT", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
# The two sides of YIELD, by the words of CAMEO 084 to 087 and of 080 to 083 and of the easing of bans.
_RETREAT = re.compile(
    r"\b(?:releas\w+|freed|free[sd]?|hand\w* (?:over|back)|return\w*|cease-?fires?|truces?|withdr[ae]w\w*"
    r"|pull\w* (?:out|back)|disarm\w*|demobili[sz]\w*|surrender\w*|retreat\w*|blockade|inspect\w*|peacekeepers"
    r"|pardon\w*|extradit\w*|lay down|sanctions|embargo|deliver\w*|humanitarian|evacuat\w*|let .{0,40}\bgo|curfew"
    r"|state of emergency|martial law|parol\w*)\b",
    re.I,
)
_CONCEDE = re.compile(
    r"\b(?:resign\w*|step\w* down|accept\w* (?:the )?demands?|reforms?|legali[sz]\w*|conced\w*|gave in|backed down"
    r"|(?:lift|eas)\w* .{0,40}\b(?:ban|restriction)s?|bow\w* to|mandate|approv\w*|allow\w*|permi\w*)\b",
    re.I,
)
_WEIGHTS = {"PLV_train": 1.0, "records": 1.0, "petrarch": 0.5, "ngec": 0.2}


def plover(folder, dictionaries=None):
    """Everything that may be trained on. `dictionaries` (the set of that name) tells the actors of one suite."""
    folder = Path(folder)
    yield from plv(folder / "PLV_train.tsv")
    barred = _measured_sentences(folder / "PLV_train.tsv")
    for document in [
        *records(folder / "PLOVER_GSR_CAMEO.json"),
        *petrarch(folder, dictionaries),
        *synthetic(folder / "ngec" / "gpt_synthetic_events.csv"),
    ]:
        if _letters(document.text) not in barred:
            yield document


def _letters(words):
    return "".join(character for character in words if character.isalnum()).lower()


def _rows(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    header = lines[0].split("\t")
    for line in lines[1:]:
        fields = line.rstrip("\r").split("\t")
        if len(fields) == len(header):
            yield dict(zip(header, fields))


def _measured_sentences(path):
    return {_letters(row["sentence"]) for row in _rows(path) if measured("plover", "PLV_train/" + row["sentence"])}


def plv(path):
    """PLV_train without the measured fifth: one document a sentence, one event a marked pair."""
    found = defaultdict(list)
    for row in _rows(path):
        name = "PLV_train/" + row["sentence"]
        if not measured("plover", name):
            found[name].append(row)
    assert_trainable("plover", list(found))
    for name, rows in found.items():
        text = None
        events = []
        for row in rows:
            plain, actors, recipients = marked(row["marked_sentence"])
            text = text or plain
            if plain != text:
                continue
            events.append(
                Event(
                    resolved(row["gold_root"], text), None, actors, recipients, _WEIGHTS["PLV_train"], (0, len(text))
                )
            )
        yield Document("plover", name, text, [(0, len(text))], events=events)


def marked(sentence):
    """The sentence without its marks, the spans between <s> and those between <t>."""
    text, spans, open_ = "", {"s": [], "t": []}, {}
    for piece in re.split(r"(</?[st]>)", sentence.strip()):
        mark = re.fullmatch(r"<(/?)([st])>", piece)
        if not mark:
            text += piece
        elif not mark.group(1):
            open_[mark.group(2)] = len(text)
        elif mark.group(2) in open_:
            span = trimmed(text, open_.pop(mark.group(2)), len(text))
            if span:
                spans[mark.group(2)].append(span)
    return text, spans["s"], spans["t"]


def trimmed(text, start, end):
    """The span without white space at its ends, or None when it is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def resolved(root, text):
    """A gold root as one of our types; YIELD as CONCEDE or RETREAT where the words decide it."""
    root = _OLD_TYPES.get(root, root)
    if root != YIELD:
        return root if root in EVENT_TYPES else None
    retreat, concede = bool(_RETREAT.search(text)), bool(_CONCEDE.search(text))
    return YIELD if retreat == concede else "RETREAT" if retreat else "CONCEDE"


def records(path):
    """PLOVER's gold records, with triggers."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    for entry in entries:
        type_ = _OLD_TYPES.get(entry.get("event"), entry.get("event"))
        text = (entry.get("text") or "").strip()
        if type_ not in EVENT_TYPES or not text or measured("plover", "PLV_train/" + text):
            continue
        info = entry.get("textInfo")
        markup = info.get("markup", "") if isinstance(info, dict) else ""
        places = Places(text)

        def found(label):
            """Marked words found again in the text, which the marked copy does not always repeat."""
            words = re.findall(r"\(([A-Z/]+): ([^()]*)\)", markup)
            spans = {}
            at = 0
            for labels, phrase in words:
                span = next((s for s in places.all(phrase) if s[0] >= at), None)
                if span:
                    at = span[1]
                    if label in labels.split("/"):
                        spans[span] = True
            return list(spans)

        triggers = found("EVT")
        yield Document(
            "plover",
            "records/" + entry["id"],
            text,
            [(0, len(text))],
            events=[
                Event(
                    type_,
                    triggers[0] if triggers else None,
                    found("SRC") or None,
                    found("TAR") or None,
                    _WEIGHTS["records"],
                    None if triggers else (0, len(text)),
                )
            ],
        )


def cameo_table(path):
    """CAMEO code to PLOVER type."""
    table = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        match = re.match(r"(\d{3,4}): *([A-Z]+)", line)
        if match:
            table[match.group(1)] = match.group(2)
    return table


def petrarch(folder, dictionaries=None):
    """Sentences of PETRARCH's suites with a coding of a PLOVER type.

    Actors are named by code; they are found in the text where one name of that code, and only one, stands there.
    """
    table = cameo_table(folder / "CAMEO2PLOVER-2021.txt")
    own = [folder / "petrarch" / "PETR.Validate.actors.txt"]
    shared = sorted(Path(dictionaries).glob("Phoenix.*actors.txt")) if dictionaries else own
    suites = {"PETR.UnitTest.records": own, "PETR2_GSR_validation": shared}
    for suite, files in suites.items():
        actors = actor_names(tuple(files))
        raw = (folder / "petrarch" / (suite + ".xml")).read_text(encoding="utf-8", errors="replace")
        for number, record in enumerate(re.split(r"<Sentence ", raw)[1:], 1):
            document = petrarch_record(f"petrarch/{suite}/{number}", record, table, actors)
            if document:
                assert_trainable("plover", [document.name])
                yield document


def petrarch_record(name, record, table, actors):
    match = re.search(r"<Text>(.*?)</Text>", record, re.S)
    text = " ".join(match.group(1).split()) if match else ""
    if not text:
        return None
    text = text.replace("&amp;", "&").replace("&quot;", '"')
    events = []
    for coding in re.findall(r"<EventCoding\s([^>]*)>", record):
        values = {key: value for key, _, value in re.findall(r"""(\w+)\s*=\s*(["'])(.*?)\2""", coding)}
        type_ = table.get(values.get("eventcode", ""))
        if type_ in EVENT_TYPES:
            source = _actor(text, values.get("sourcecode", ""), actors)
            target = _actor(text, values.get("targetcode", ""), actors)
            if source == target:
                source = target = None
            event = Event(type_, None, source, target, _WEIGHTS["petrarch"], (0, len(text)))
            if event not in events:
                events.append(event)
    return Document("plover", name, text, [(0, len(text))], events=events) if events else None


@lru_cache(maxsize=None)
def actor_names(files):
    """First three letters of a code to the names that bear it, from dictionaries of actors."""
    names = defaultdict(set)
    for file in files:
        pending, current = [], None
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            line = line.split("#")[0].strip()
            name = re.match(r"\+?([A-Z][A-Z_.' -]+?)_?\s*(?:\[|$)", line)
            code = re.search(r"\[([A-Z]{3})", line)
            if name and not line.startswith("+"):
                pending, current = [name.group(1)], None
            elif name:
                pending.append(name.group(1))
            if code and pending:
                current = code.group(1)
            if pending and current:
                names[current].update(entry.replace("_", " ").strip() for entry in pending)
                pending = pending[:1]
    return names


def _actor(text, code, actors):
    """The one place in the text where a name of the code stands, as [span], or None."""
    if not re.fullmatch(r"[A-Z]{3,}", code):
        return None
    places = Places(text, ignoring_case=True)
    spans = {span for name in actors.get(code[:3], ()) for span in places.all(name) if text[span[0]].isupper()}
    spans = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    return spans if len(spans) == 1 else None


def synthetic(path):
    """Stories a language model wrote to a headline that has a type; the headline tells the event."""
    with open(path, encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 1):
            if row["label"] not in EVENT_TYPES:
                continue
            headline = row["prompt"].strip().split("\n")[0].strip()
            paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", row["text"])]
            paragraphs = [p for p in paragraphs if p]
            if paragraphs and not re.search(r"[.!?][\"'”’]?$", paragraphs[-1]):
                whole = re.match(r".*[.!?][\"'”’]?(?=\s)", paragraphs[-1])
                paragraphs[-1:] = [whole.group()] if whole else []
            if not headline or not paragraphs:
                continue
            text, blocks = "", []
            for paragraph in [headline, *paragraphs]:
                text += "\n\n" if text else ""
                blocks.append((len(text), len(text) + len(paragraph)))
                text += paragraph
            name = f"ngec/{number}"
            assert_trainable("plover", [name])
            event = Event(row["label"], None, None, None, _WEIGHTS["ngec"], blocks[0])
            yield Document("plover", name, text, blocks, events=[event])
