"""MUC-4: who attacked whom, in upper-case wire reports on Latin America."""

import json
import re
from pathlib import Path

from ..splits import assert_trainable
from .detokenise import Places, sentences
from .document import Document, Event

# The incidents (attack, bombing, kidnapping, arson, robbery) are all ASSAULT in PLOVER's table of CAMEO codes.
_TYPE = "ASSAULT"
_TOGETHER, _APART = 0.3, 0.1
_ACTORS = ("perp_individual_id", "perp_organization_id")
_RECIPIENTS = ("hum_tgt_name", "phys_tgt_id")


def muc4(folder, parts=("train",)):
    """Documents with an incident. The archive does not say which kind, nor by which word it is told."""
    for part in parts:
        entries = json.loads(Path(folder, part + ".json").read_text(encoding="utf-8"))
        assert_trainable("muc4", list(entries))
        for name, entry in entries.items():
            document = report(name, entry)
            if document:
                yield document


def report(name, entry):
    """An event for each sentence that holds both sides; where none does, one of low weight for the whole."""
    text, blocks = "", []
    for paragraph in re.split(r"\n\s*\n", entry["doc"]):
        paragraph = " ".join(paragraph.split())
        if paragraph:
            text += "\n\n" if text else ""
            blocks.append((len(text), len(text) + len(paragraph)))
            text += paragraph
    places = Places(text, ignoring_case=True)
    actors, recipients = (
        [_longest(places, filler) for role in roles for filler in entry["roles"][role]]
        for roles in (_ACTORS, _RECIPIENTS)
    )
    if not any(actors) and not any(recipients):
        return None
    events = []
    for start, end in (span for block in blocks for span in sentences(text, *block)):
        here = [_outer([s for filler in side for s in filler if start <= s[0] < end]) for side in (actors, recipients)]
        if all(here):
            events.append(Event(_TYPE, None, *here, _TOGETHER, (start, end)))
    if not events:
        first = [_outer([filler[0] for filler in side if filler]) or None for side in (actors, recipients)]
        events.append(Event(_TYPE, None, *first, _APART, (0, len(text))))
    return Document("muc4", name, text, blocks, events=events)


def _longest(places, filler):
    return _outer([span for mention in filler for span in places.all(mention)])


def _outer(spans):
    """Spans in order, without those that lie in another."""
    found = []
    for span in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not found or span[1] > found[-1][1]:
            found.append(span)
    return found
