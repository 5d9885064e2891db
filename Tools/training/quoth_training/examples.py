"""Documents of all corpora as the joint training reads them: words with their labels, windows, batches."""

import re
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from . import features, forms
from .corpora import states
from .heads import CERTAINTY_SCALES, EVENT_TYPES, NAME_TAGS

IGNORED = -1
QUIET = {"gum": 0.2, "ewt": 0.2, "plover": 0.05, "wikievents": 0.1, "muc4": 0.02}  # weight of words that are no trigger
RARE = 3  # a lemma script or feature bundle seen less often is not learned


def script(form, lemma):
    """How a lemma comes from its form: letter case, letters cut from the end, letters added."""
    if lemma == form:
        return "k|0|"
    lower = form.lower()
    case, base = ("k", form) if lemma != lemma.lower() else ("l", lower)
    if case == "k" and lemma[:1] != form[:1]:
        case, base = "t", form[:1] + lower[1:]
        if lemma[:1] != base[:1]:
            case, base = "l", lower
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return f"{case}|{len(base) - same}|{lemma[same:]}"


def applied(rule, form):
    """The lemma that a script gives, or the form where it cannot be applied."""
    case, cut, added = rule.split("|", 2)
    base = {"k": form, "l": form.lower(), "t": form[:1] + form[1:].lower()}[case]
    return base[: len(base) - int(cut)] + added if int(cut) <= len(base) else form


class Inventory:
    """The labels of the syntax heads, in the order of their outputs."""

    def __init__(self, upos, xpos, feats, scripts, relations):
        self.lists = dict(upos=upos, xpos=xpos, feats=feats, scripts=scripts, relations=relations)
        self.number = {name: {label: n for n, label in enumerate(labels)} for name, labels in self.lists.items()}

    @classmethod
    def of(cls, documents):
        words = [(document, word) for document in documents if document.words for word in document.words]
        words = [(document, word) for document, word in words if word.upos is not None]

        def frequent(labels, least=1):
            return sorted(label for label, count in Counter(labels).items() if count >= least)

        return cls(frequent(word.upos for _, word in words), frequent(word.xpos for _, word in words),
                   frequent((word.feats for _, word in words), RARE),
                   frequent((script(d.text[w.start : w.end], w.lemma) for d, w in words), RARE),
                   frequent(word.deprel for _, word in words))

    @property
    def sizes(self):
        return [len(self.lists[name]) for name in ("upos", "xpos", "feats", "scripts")]

    def __getitem__(self, name):
        return self.number[name]


@dataclass
class Example:
    """A document with its words placed among its subwords; spans of words are half-open."""

    corpus: str
    encoded: features.Encoded
    at: np.ndarray  # (words,) subword each is read at
    forms: list
    sentences: list  # of word ranges
    sentence_of: np.ndarray
    kinds: np.ndarray  # of `forms`
    around: list
    quoted: np.ndarray
    tags: np.ndarray | None = None  # (words, 4)
    heads: np.ndarray | None = None  # index of the head word, own index for the root
    relations: np.ndarray | None = None
    names: np.ndarray | None = None  # (words, tags) allowed
    mentions: list | None = None  # (first, stop, head, cluster)
    region: np.ndarray | None = None  # (words,) where coreference is annotated
    certainty: list = field(default_factory=list)  # (word, value, scale, weight)
    events: list | None = None
    none_weight: float = 0.0  # of words that are no trigger
    teacher: list = field(default_factory=list)  # (sentence, vector)


def tells_no_politics(document):
    """Whether it is of a genre of GUM or EWT that is not news."""
    return document.corpus in ("gum", "ewt") and not re.match(r"GUM_(news|interview)|newsgroup|weblog", document.name)


def positions(encoded, spans):
    """The subword each word is read at: the first that begins in it, else the one it stands in."""
    starts = encoded.spans[:, 0]
    at = np.searchsorted(starts, spans[:, 0])
    inside = (at < len(starts)) & (starts[np.minimum(at, len(starts) - 1)] < spans[:, 1])
    return np.where(inside, at, np.maximum(np.searchsorted(starts, spans[:, 0], side="right") - 1, 0))


def word_range(spans, start, end):
    """Words that overlap a span of characters."""
    return int(np.searchsorted(spans[:, 1], start, side="right")), int(np.searchsorted(spans[:, 0], end, side="left"))


LINKERS = {"of", "in", "for", "on", "at", "from", "to", "with", "by", "who", "which", "that", "whose", ",", "(", "and"}


def head_of(first, stop, heads, words, taken):
    """The word that stands for a phrase: the one whose head lies outside, or by position where no parse is
    known. A phrase of several coordinated ones is known by its conjunction."""
    if heads is not None:
        inside = [n for n in range(first, stop) if heads[n] == n or not first <= heads[n] < stop]
        head = inside[0] if inside else stop - 1
    else:
        head = stop - 1
        for n in range(first + 1, stop):
            if words[n].lower() in LINKERS:
                head = n - 1
                break
    if head in taken:
        joint = [n for n in range(first, stop) if words[n].lower() in ("and", "or", "&") and n not in taken]
        head = joint[0] if joint else head
    return head


def example(document, tokenizer, inventory):
    """None when a document has no word."""
    encoded = features.encode(tokenizer, document.text, document.blocks)
    spans = encoded.units if document.words is None else np.array([(w.start, w.end) for w in document.words])
    if not len(encoded.ids) or not len(spans):
        return None
    words = [document.text[a:b] for a, b in spans]
    sentences = [word_range(spans, a, b) for a, b in (document.sentences or document.blocks)]
    sentences = [(a, b) for a, b in sentences if b > a]
    sentence_of = np.zeros(len(words), np.int64)
    for number, (a, b) in enumerate(sentences):
        sentence_of[a:b] = number
    kinds = forms.classes(words)
    at = positions(encoded, spans)
    made = Example(document.corpus, encoded, at, words, sentences, sentence_of, kinds, forms.runs(kinds, sentence_of),
                   np.minimum(encoded.features[1][at], 1))
    if document.words and document.words[0].upos is not None:
        read = document.words
        made.tags = np.array([[
            inventory["upos"].get(w.upos, IGNORED), inventory["xpos"].get(w.xpos, IGNORED),
            inventory["feats"].get(w.feats, IGNORED), inventory["scripts"].get(script(form, w.lemma), IGNORED),
        ] for w, form in zip(read, words)])
        made.heads = np.array([n if w.head < 0 else w.head for n, w in enumerate(read)])
        made.relations = np.array([inventory["relations"].get(w.deprel, IGNORED) for w in read])
    if document.names is not None:
        made.names = name_tags(document, spans)
    if document.clusters is not None:
        made.mentions, taken = [], set()
        found = [(*word_range(spans, a, b), number) for number, chain in enumerate(document.clusters) for a, b in chain]
        for first, stop, number in sorted(set(found), key=lambda m: (m[1] - m[0], m)):
            if stop > first:
                head = head_of(first, stop, made.heads, words, taken)
                if head not in taken:
                    taken.add(head)
                    made.mentions.append((first, stop, head, number))
        made.region = np.ones(len(words), bool)
        if getattr(document, "cluster_region", None) is not None:
            made.region[:] = False
            for a, b in document.cluster_region:
                first, stop = word_range(spans, a, b)
                made.region[first:stop] = True
    scale = CERTAINTY_SCALES.index("UDS" if document.corpus == "ewt" else "MV" if document.name.startswith("MV") else "UW")
    for start, end, value, weight in document.certainty or []:
        first, stop = word_range(spans, start, end)
        if stop > first:
            made.certainty.append((first, value, scale, weight))
    if document.events is not None:
        made.events = [one for event in document.events if (one := event_of(event, spans)) is not None]
    elif tells_no_politics(document):
        made.events = []
    made.none_weight = 0.0 if made.events is None else QUIET.get(document.corpus, 0.05)
    return made


def types_of(name, raw, kind, inventory):
    """The types a name may have, from its corpus's own label."""
    if name.lower() in states.adjectives() and (raw in ("MISC", "Nationality", "misc")):
        return ("adjective", "group")
    if (inventory, raw) == ("conll", "MISC"):
        return ("group", "product", "other", "adjective")
    if inventory == "crossner" and raw == "misc":
        return ("group", "product", "other", "adjective")
    if inventory == "gum" and raw not in ("person", "organization", "place"):
        return ("product", "other", "group")
    return (kind,)


def name_tags(document, spans):
    """Which tags each word may have, from names whose type may be one of several."""
    allowed = np.zeros((len(spans), len(NAME_TAGS)), bool)
    free = np.ones(len(spans), bool)
    for (start, end, kind), raw in zip(document.names, document.raw_names):
        first, stop = word_range(spans, start, end)
        for n in range(first, stop):
            if free[n]:
                free[n] = False
                for one in types_of(document.text[start:end], raw, kind, document.names_kind):
                    allowed[n, NAME_TAGS.index(("B-" if n == first else "I-") + one)] = True
    allowed[free, 0] = True
    if document.names_kind == "gum":
        for n, word in enumerate(document.words):
            if free[n] and document.text[word.start : word.end].lower() in states.adjectives():
                allowed[n, 0] = word.upos != "ADJ"
                allowed[n, NAME_TAGS.index("B-adjective")] = word.upos == "ADJ"
                allowed[n, NAME_TAGS.index("B-group")] = word.upos != "ADJ"
    return allowed


def event_of(event, spans):
    """(trigger word or None, allowed types or None, actor words, recipient words, weight, a word of its
    sentence); parties are None when unknown."""
    def words(given):
        if given is None:
            return None
        return sorted({n for a, b in given for n in range(*word_range(spans, a, b))})

    trigger = None
    if event.trigger is not None:
        first, stop = word_range(spans, *event.trigger)
        if stop <= first:
            return None
        trigger = first
    around = event.trigger or next(iter(event.actors or event.recipients or ()), event.region)
    kinds = {"YIELD": ("CONCEDE", "RETREAT"), None: ()}.get(event.type, (event.type,))
    return (trigger, [EVENT_TYPES.index(kind) for kind in kinds], words(event.actors), words(event.recipients),
            event.weight, min(word_range(spans, *around)[0], len(spans) - 1))
