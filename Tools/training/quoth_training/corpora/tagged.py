"""Names, one token a line with its label in IOB2: CoNLL-2003, re3d, CrossNER politics."""

from pathlib import Path

from ..splits import assert_trainable
from .detokenise import Builder
from .document import Document
from .states import is_state

_TYPES = {
    "conll": {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"},
    "re3d": {
        "Person": "person",
        "Organisation": "organisation",
        "Location": "place",
        "Nationality": "group",
        "Weapon": "product",
        "MilitaryPlatform": "product",
        "DocumentReference": "other",
    },
    "crossner": {
        "person": "person",
        "politician": "person",
        "organisation": "organisation",
        "politicalparty": "organisation",
        "country": "state",
        "location": "place",
        "election": "other",
        "event": "other",
        "misc": "other",
    },
}
_SENTENCES_OF_A_PARAGRAPH = 3


def conll03(folder):
    """Reuters articles of `train` and `dev`. Nearly every line of theirs was a paragraph; some are cut lines."""
    for part in ("train", "dev"):
        assert_trainable("conll03", [part])
        article, number = [], 0
        for sentence in [*tagged_sentences(Path(folder, part + ".txt")), None]:
            if sentence is None or sentence[0][0] == "-DOCSTART-":
                if article:
                    yield document("conll03", f"{part}/{number}", article, "conll", paragraph=None)
                article, number = [], number + 1
            else:
                article.append(sentence)


def re3d(folder):
    files = sorted(Path(folder, "CONLL-format", "data-by-source", "conll").glob("*/*.conll"))
    assert_trainable("re3d", [f"{file.parent.name}/{file.stem}" for file in files])
    for file in files:
        sentences = list(tagged_sentences(file))
        if sentences:
            yield document("re3d", f"{file.parent.name}/{file.stem}", sentences, "re3d", hyphens="join")


def crossner(folder):
    """Sentences of Wikipedia, each a document: they do not follow each other."""
    for part in ("train", "dev", "test"):
        for number, sentence in enumerate(tagged_sentences(Path(folder, part + ".txt")), 1):
            assert_trainable("crossner-politics", [f"{part}/{number}"])
            yield document("crossner-politics", f"{part}/{number}", [sentence], "crossner")


def tagged_sentences(path):
    """Sentences of one file, as lists of (token, label)."""
    sentence = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if fields:
                sentence.append((fields[0], fields[-1]))
            elif sentence:
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def document(corpus, name, sentences, kind, paragraph=_SENTENCES_OF_A_PARAGRAPH, hyphens="apart"):
    builder = Builder(paragraph, hyphens)
    names, raw = [], []
    for sentence in sentences:
        goes_on = kind == "conll" and sentence[0][0][:1].islower()
        spans = builder.add([token for token, _ in sentence], new_block=kind == "conll" and not goes_on)
        for low, high, label in entities([label for _, label in sentence]):
            start, end = spans[low][0], spans[high - 1][1]
            type_ = _TYPES[kind].get(label)
            if type_ in ("place", "group") and is_state(builder.text[start:end]):
                type_ = "state"
            if type_:
                names.append((start, end, type_))
                raw.append(label)
    return Document(
        corpus, name, builder.text, builder.blocks, builder.sentences, names=names, raw_names=raw, names_kind=kind
    )


def entities(labels):
    """(first, after last, type) of the entities that labels in IOB2 mark."""
    found, start = [], None
    for index, label in enumerate([*labels, "O"]):
        if start is not None and label != "I-" + labels[start][2:]:
            found.append((start, index, labels[start][2:]))
            start = None
        if start is None and label != "O":
            start = index
    return found
