"""One document of any corpus: running text, and layers of annotation as character offsets into it.

A layer that is None was not annotated and gives no loss; an empty one was annotated and holds nothing.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

NAME_TYPES = ("person", "organisation", "state", "place", "group", "product", "other")
EVENT_TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE"
    " COERCE ASSAULT"
).split()
# An event that is no political event, and one that is CONCEDE or RETREAT, nobody knows which.
NO_TYPE, YIELD = "none", "YIELD"


@dataclass
class Word:
    """A syntactic word. `head` is the index of its head in the document, -1 at a root."""

    start: int
    end: int
    upos: str
    xpos: str
    feats: str
    lemma: str
    head: int
    deprel: str


@dataclass
class Event:
    """An event: what kind, at which word, by whom, to whom.

    `trigger` None: the word is not known. `type` None: the kind is not known, only that there is an event.
    `actors` or `recipients` None: not known; []: known to be unsaid. Each is a list of spans.
    `region`: the span in which the event is told, when the trigger is not known.
    """

    type: str | None
    trigger: tuple | None = None
    actors: list | None = None
    recipients: list | None = None
    weight: float = 1.0
    region: tuple | None = None


@dataclass
class Document:
    corpus: str
    name: str
    text: str
    blocks: list
    sentences: list | None = None
    words: list | None = None
    names: list | None = None  # (start, end, type of NAME_TYPES), not overlapping, in order
    raw_names: list | None = None  # the corpus's own label for each of `names`
    names_kind: str | None = None  # whose inventory: conll, gum, re3d, crossner
    clusters: list | None = None  # lists of (start, end)
    singletons: bool = False  # whether clusters of one mention are annotated
    mentions_complete: bool = True  # whether every mention of a chain in the region is annotated
    cluster_region: list | None = None  # spans that were annotated; None: the whole text
    certainty: list | None = None  # (start, end, value from -3 to 3, weight of the corpus)
    events: list | None = None
    events_complete: bool = False  # whether every event of EVENT_TYPES in the text is annotated
    complete_types: tuple = field(default=())  # types of which every event is annotated


def together(documents):
    """Documents of blocks and events as one, in their order."""
    text, blocks, events = "", [], []
    for document in documents:
        at = len(text) + 2 * bool(text)
        text += ("\n\n" if text else "") + document.text

        def moved(span):
            return span and (span[0] + at, span[1] + at)

        def all_moved(spans):
            return spans and [moved(span) for span in spans]

        blocks += [moved(block) for block in document.blocks]
        events += [Event(e.type, moved(e.trigger), all_moved(e.actors), all_moved(e.recipients), e.weight, moved(e.region))
                   for e in document.events]
    first = documents[0]
    return Document(first.corpus, first.name, text, blocks, events=events)


def problems(document):
    """What is wrong with a document, in words; [] when nothing is."""
    found = []
    text = document.text

    def check(layer, spans):
        for start, end in spans:
            if not (0 <= start < end <= len(text)) or text[start:end] != text[start:end].strip():
                found.append(f"{layer} {start}-{end} {text[start:end]!r}")

    check("block", document.blocks)
    check("sentence", document.sentences or [])
    check("word", [(w.start, w.end) for w in document.words or []])
    check("name", [name[:2] for name in document.names or []])
    check("mention", [mention for cluster in document.clusters or [] for mention in cluster])
    check("region", document.cluster_region or [])
    check("certainty", [target[:2] for target in document.certainty or []])
    for event in document.events or []:
        check("event", [event.trigger] * bool(event.trigger) + (event.actors or []) + (event.recipients or []))
        check("event region", [event.region] * bool(event.region))
        if event.type not in (None, NO_TYPE, YIELD, *EVENT_TYPES):
            found.append(f"event type {event.type}")
    for layer in (document.blocks, document.sentences or [], document.names or [], _spans(document.words)):
        for before, after in zip(layer, layer[1:]):
            if before[1] > after[0]:
                found.append(f"overlap {before} {after}")
    if document.names is not None and len(document.names) != len(document.raw_names):
        found.append("raw names")
    found += [f"name type {name[2]}" for name in document.names or [] if name[2] not in NAME_TYPES]
    if document.words:
        found += _broken_trees(document)
    for _, _, value, weight in document.certainty or []:
        if not (-3 <= value <= 3 and 0 < weight <= 1):
            found.append(f"certainty {value} {weight}")
    return found


def _spans(words):
    return [(word.start, word.end) for word in words or []]


def _broken_trees(document):
    words, found = document.words, []
    depth_limit = len(words)
    done = [False] * len(words)
    for index in range(len(words)):
        path, at = [], index
        while at >= 0 and not done[at] and len(path) <= depth_limit:
            path.append(at)
            at = words[at].head
        if len(path) > depth_limit:
            found.append(f"cycle at word {index}")
            return found
        for at in path:
            done[at] = True
    sentence_of = {}
    for number, (start, end) in enumerate(document.sentences):
        roots = 0
        for index in _within(words, start, end):
            sentence_of[index] = number
            roots += words[index].head < 0
        if roots != 1:
            found.append(f"{roots} roots in sentence {number}")
    for index, word in enumerate(words):
        if word.head >= 0 and sentence_of.get(word.head) != sentence_of.get(index):
            found.append(f"head of word {index} in another sentence")
    return found


def _within(words, start, end):
    low = bisect_left(words, start, key=lambda word: word.start)
    high = bisect_left(words, end, key=lambda word: word.start)
    return range(low, high)
