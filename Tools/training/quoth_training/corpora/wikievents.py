"""WikiEvents, train: events of the KAIROS ontology, as PLOVER types where the mapping is plain."""

import json
import re
from pathlib import Path

from ..splits import assert_trainable
from .detokenise import Builder, Places
from .document import NO_TYPE, Document, Event

# KAIROS type to PLOVER type, roles of the actor, roles of the recipient.
_PLAIN = {
    "Conflict.Attack": ("ASSAULT", ("Attacker",), ("Target",)),
    "Conflict.Demonstrate": ("PROTEST", ("Demonstrator",), ("Target",)),
    "Contact.RequestCommand": ("REQUEST", ("Communicator",), ("Recipient",)),
    "Contact.ThreatenCoerce": ("THREATEN", ("Communicator",), ("Recipient",)),
    "Justice.ArrestJailDetain": ("COERCE", ("Jailer",), ("Detainee",)),
    "Justice.ChargeIndict": ("COERCE", ("Prosecutor",), ("Defendant",)),
    "Justice.InvestigateCrime": ("ACCUSE", ("Investigator",), ("Defendant",)),
    "Justice.Convict": ("ACCUSE", ("JudgeCourt",), ("Defendant",)),
    "Justice.ReleaseParole": ("RETREAT", ("JudgeCourt",), ("Defendant",)),
}
# Violence only where somebody is named who did it.
_VIOLENT = {
    "Life.Die": (("Killer",), ("Victim",)),
    "Life.Injure": (("Injurer",), ("Victim",)),
    "ArtifactExistence.DamageDestroyDisableDismantle": (("DamagerDestroyer", "Damager", "Destroyer"), ("Artifact",)),
}
_UNPOLITICAL = (
    "Cognitive.",
    "ArtifactExistence.ManufactureAssemble",
    "Disaster.",
    "Life.Infect",
    "Transaction.ExchangeBuySell",
)
_TALK = re.compile(r"^(?:met|meet|meets|meetings?|talks?|talked|visit\w*|negotiat\w*|consult\w*|phoned)$", re.I)
_END = re.compile(r"^[.!?]$")
_SENTENCES_OF_A_PARAGRAPH = 4
_WEIGHT = 0.7


def wikievents(folder):
    """Chains are not read: the entity list their ids refer to is not in the archive."""
    with open(Path(folder, "train.jsonl"), encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines if line.strip()]
    assert_trainable("wikievents", [entry["docid"] for entry in entries])
    for entry in entries:
        yield story(entry)


def story(entry):
    builder = Builder(_SENTENCES_OF_A_PARAGRAPH, hyphens="join")
    spans = []
    for sentence in _sentences(entry["tokens"]):
        spans += builder.add(sentence)
    places = Places(builder.text)
    events = []
    for mention in entry["event_mentions"]:
        low, high = mention["trigger"]["start_idx"], mention["trigger"]["end_idx"]
        trigger = (spans[low][0], spans[max(low, high - 1)][1])
        arguments = [(argument["role"], argument["text"]) for argument in mention["arguments"]]
        type_, actor_roles, recipient_roles = plover(mention["event_type"], mention["trigger"]["text"], arguments)

        def found(roles):
            """Where the fillers stand: [] when there are none, None when they are not to be found."""
            texts = [text.strip(" ,.;:") for role, text in arguments if role in roles]
            spans = {places.nearest(text, trigger[0]) for text in texts} - {None}
            return sorted(spans) if spans or not texts else None

        typed = type_ not in (None, NO_TYPE)
        recipients = found(recipient_roles) if typed else None
        actors = found(actor_roles) if typed else None
        events.append(Event(type_, trigger, actors, recipients, _WEIGHT))
    return Document(
        "wikievents",
        entry["docid"],
        builder.text,
        builder.blocks,
        events=events,
        complete_types=("ASSAULT", "PROTEST"),
    )


def plover(kind, trigger, arguments):
    """The PLOVER type, or NO_TYPE, or None where nobody can say, with the roles of actor and recipient."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind in _VIOLENT:
        actors, recipients = _VIOLENT[kind]
        if any(role in actors for role, _ in arguments):
            return "ASSAULT", actors, recipients
        return None, (), ()
    if kind == "Contact.Contact":
        if _TALK.match(trigger):
            return "CONSULT", ("Participant", "Communicator"), ("Recipient",)
        return None, (), ()
    return (NO_TYPE if kind.startswith(_UNPOLITICAL) else None), (), ()


def _sentences(tokens):
    """Tokens divided after a full stop, unless an abbreviation or a closing quotation goes on."""
    sentence, quoted = [], False
    for index, token in enumerate(tokens):
        sentence.append(token)
        quoted ^= token == '"'
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        closed = token == "”" or (token == '"' and not quoted)
        ended = _END.match(token) or (closed and index and _END.match(tokens[index - 1]))
        short = token == "." and index and re.match(r"^(?:[A-Z]|[A-Z][a-z]{1,2}|Capt|Prof)$", tokens[index - 1])
        begins = following[:1].isupper() or following == "“" or (following == '"' and not quoted)
        if ended and not short and begins:
            yield sentence
            sentence = []
    if sentence:
        yield sentence
