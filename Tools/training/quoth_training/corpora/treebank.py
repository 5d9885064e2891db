"""GUM and EWT: words, tags and trees in CoNLL-U, with names and chains of GUM and certainty of UDS.

The text is set up as Sources/Apps/Quoth/Evaluation/TreebankDocument.swift sets it up, so that training
and measuring see the same words.
"""

import json
import re
from collections import defaultdict
from pathlib import Path

from ..splits import assert_trainable, measured
from .document import Document, Word
from .states import is_state

_UDS_WEIGHT = 0.3
_TYPES = {
    "person": "person",
    "organization": "organisation",
    "place": "place",
    "object": "product",
    "event": "other",
    "abstract": "other",
    "animal": "other",
    "plant": "other",
    "substance": "other",
}
_TITLES = frozenset(
    "President Vice Prime Minister Mr. Mrs. Ms. Miss Dr. Prof. Professor Sir Lord Lady King Queen Prince Princess"
    " Senator Sen. Rep. Representative Gov. Governor Gen. General Col. Colonel Capt. Captain Lt. Lieutenant Maj."
    " Major Sgt. Sergeant Secretary Chancellor Pope Emperor Judge Justice Congressman Congresswoman Mayor Mr Mrs Ms"
    " Dr Deputy Chief Saint St. Rev. Reverend Father Sister Brother Aunt Uncle Cardinal Bishop Ambassador Chairman"
    " Officer".split()
)


def gum(folder, names=None):
    """Training documents of GUM; `names` restricts them to some."""
    folder = Path(folder)
    names = names if names is not None else _part(folder / "SPLITS.txt", "train")
    assert_trainable("gum", names)
    for name in names:
        with open(folder / "conllu" / (name + ".conllu"), encoding="utf-8") as lines:
            for document, entities in documents("gum", lines):
                document.names, document.raw_names = _proper_names(document, entities)
                document.names_kind = "gum"
                document.clusters = _chains(document, folder / "ontogum" / (name + ".conll"))
                yield document


def ewt(folder, factuality=None):
    """Training documents of EWT, with the certainty of UDS where `factuality` is its folder."""
    with open(Path(folder, "en_ewt-ud-train.conllu"), encoding="utf-8") as lines:
        found = [document for document, _ in documents("ewt", lines)]
    assert_trainable("ewt", [document.name for document in found])
    targets = _uds(factuality) if factuality else {}
    for document in found:
        _add_certainty(document, targets)
        yield document


def _part(path, part):
    """The names under `# part` of GUM's list of splits."""
    names, inside = [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            inside = line[1:].strip() == part
        elif inside and line.strip():
            names.append(line.strip())
    return names


def documents(corpus, lines):
    """Documents of CoNLL-U lines, each with GUM's entities: (first word, after last, type)."""
    reader = None
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            if reader:
                yield reader.finished()
            reader = _Reader(corpus, line[len("# newdoc id = ") :])
        elif reader:
            reader.read(line)
    if reader:
        yield reader.finished()


class _Reader:
    """A document while its lines are read."""

    def __init__(self, corpus, name):
        self.document = Document(corpus, name, "", [], [], [])
        self._parts = []  # of the text
        self._length = 0
        self._begins_paragraph, self._paragraph_ends = True, set()
        self._paragraph_start = 0
        self._owes_space = False
        self._sentence_start = None
        self._numbers = {}  # number in the sentence to index in the document
        self._heads = []  # (index, number of head) of the sentence
        self._range = None  # the surface word of several that is being read
        self._open, self.entities = defaultdict(list), []

    def read(self, line):
        if line.startswith("# newpar_block"):
            for count in re.findall(r"\((\d+) s\)", line):
                self._paragraph_ends.add(len(self.document.sentences) + int(count))
        elif line.startswith("# newpar"):
            self._begins_paragraph = True
        elif not line.strip():
            self._end_sentence()
        elif not line.startswith("#"):
            fields = line.split("\t")
            if len(fields) == 10:
                self._read_word(fields)

    def _read_word(self, fields):
        number, has_space = fields[0], "SpaceAfter=No" not in fields[9]
        if "-" in number:
            first, last = number.split("-")
            self._range = (int(last), self._surface(fields[1], has_space), [])
            return
        if "." in number:
            return
        if self._range and int(number) <= self._range[0]:
            self._range[2].append(fields)
            if int(number) == self._range[0]:
                self._end_range()
            return
        self._word(self._surface(fields[1], has_space), [fields])

    def _surface(self, form, has_space):
        if self._sentence_start is None and (
            self._begins_paragraph or len(self.document.sentences) in self._paragraph_ends
        ):
            self._end_paragraph()
        if self._owes_space:
            self._append(" ")
        if self._sentence_start is None:
            self._sentence_start = self._length
        start = self._length
        self._append(form)
        self._owes_space = has_space
        return start, self._length

    def _append(self, words):
        self._parts.append(words)
        self._length += len(words)

    def _end_range(self):
        """Cuts a surface word into its parts where they spell it, and takes it whole where not."""
        _, (start, end), parts = self._range
        self._range = None
        form = "".join(self._parts)[start:end] if len(self._parts) < 2 else self._parts[-1]
        if "".join(part[1] for part in parts) == form:
            for part in parts:
                self._word((start, start + len(part[1])), [part])
                start += len(part[1])
        else:
            self._word((start, end), parts)

    def _word(self, span, parts):
        numbers = {part[0] for part in parts}
        outer = next((part for part in parts if part[6] not in numbers), parts[0])
        index = len(self.document.words)
        for part in parts:
            self._numbers[part[0]] = index
            self._read_entities(part[9], index)
        self._heads.append((index, outer[6]))
        self.document.words.append(Word(*span, outer[3], outer[4], outer[5], outer[2], -1, outer[7]))

    def _read_entities(self, misc, index):
        value = next((item[len("Entity=") :] for item in misc.split("|") if item.startswith("Entity=")), "")
        for opened, kind, attributes, closed in re.findall(r"\((\d+)(?:-([a-z]+)-([^()]*))?|(\d+)\)", value):
            if opened:
                self._open[opened].append((index, kind))
            elif closed and self._open[closed]:
                start, kind = self._open[closed].pop()
                self.entities.append((start, index + 1, kind))
        for match in re.finditer(r"\((\d+)-[a-z]+-[^()]*\)", value):
            start, kind = self._open[match.group(1)].pop()
            self.entities.append((start, index + 1, kind))

    def _end_sentence(self):
        if self._sentence_start is None:
            return
        for index, number in self._heads:
            self.document.words[index].head = self._numbers.get(number, -1)
        self.document.sentences.append((self._sentence_start, self._length))
        self._sentence_start, self._numbers, self._heads = None, {}, []

    def _end_paragraph(self):
        self._begins_paragraph, self._owes_space = False, False
        if self._length > self._paragraph_start:
            self.document.blocks.append((self._paragraph_start, self._length))
            self._append("\n\n")
            self._paragraph_start = self._length

    def finished(self):
        self._end_sentence()
        if self._length > self._paragraph_start:
            self.document.blocks.append((self._paragraph_start, self._length))
        self.document.text = "".join(self._parts)
        return self.document, self.entities


def _proper_names(document, entities):
    """Names: entities whose head is a proper noun, cut to the proper nouns about it."""
    words, found = document.words, []
    by_start = sorted(entities)
    for low, high, kind in entities:
        if kind not in _TYPES:
            continue
        heads = [index for index in range(low, high) if not low <= words[index].head < high]
        if not heads or not _is_proper(words[heads[0]]):
            continue
        head = heads[0]
        inner = [
            (a, b) for a, b, k in by_start if low <= a and b <= high and (a, b) != (low, high) and not a <= head < b
        ]
        barred = {index for a, b in inner for index in range(a, b)} if kind == "person" else set()
        first, after = _run(document, head, low, high, barred, kind)
        if kind == "person":
            while first < after - 1 and document.text[words[first].start : words[first].end] in _TITLES:
                first += 1
        name = document.text[words[first].start : words[after - 1].end]
        type_ = _TYPES[kind]
        if type_ == "place" and is_state(name):
            type_ = "state"
        elif type_ == "person" and words[head].xpos == "NNPS":
            type_ = "group"
        found.append((words[first].start, words[after - 1].end, low - high, type_, kind))
    names, end = [], 0
    for name in sorted(set(found), key=lambda name: (name[0], -name[1], *name[2:])):
        if name[0] >= end:
            names.append(name)
            end = name[1]
    return [(start, end, type_) for start, end, _, type_, _ in names], [name[-1] for name in names]


_JOINERS = {"person": {"-", ".", "'", "of", "the"}, "place": {"-", ".", "'", "'s", "’s", "of", "the"}}
_MORE_JOINERS = {"-", ".", "'", "'s", "’s", "of", "the", "and", "&", "for", "/"}


def _is_proper(word):
    """A proper noun, or an adjective in a name, as in `United States`."""
    return word.upos == "PROPN" or word.xpos in ("NNP", "NNPS")


def _run(document, head, low, high, barred, kind):
    """The proper nouns about a head, with little words between two of them."""
    words, joiners = document.words, _JOINERS.get(kind, _MORE_JOINERS)

    def is_proper(index):
        return _is_proper(words[index]) and index not in barred

    def is_joiner(index):
        return document.text[words[index].start : words[index].end].lower() in joiners

    def is_part(index):
        """A word in capitals that belongs to the head: `United`, `Democratic`, `2020`."""
        word = words[index]
        capital = document.text[word.start].isupper() or (word.upos == "NUM" and kind not in ("person", "place"))
        return is_proper(index) or (
            index not in barred and capital and word.upos in ("NOUN", "NUM") and word.deprel.startswith("compound")
        )

    first = head
    while first > low:
        step = 1
        while step <= 2 and first - step > low and is_joiner(first - step):
            step += 1
        if is_part(first - step) and (step == 1 or is_proper(first - step)):
            first -= step
        else:
            break
    after = head + 1
    while after < high:
        step = 0
        while step < 2 and after + step + 1 < high and is_joiner(after + step):
            step += 1
        if is_proper(after + step) or (step == 0 and words[after].upos == "NUM" and words[after].head == head):
            after += step + 1
        else:
            break
    return first, after


def _chains(document, path):
    """OntoGUM's chains, or None where its tokens are not those of the treebank."""
    if not path.is_file():
        return None
    tokens, marks = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) >= 3 and fields[0].isdigit():
            tokens.append(fields[1])
            marks.append(fields[-1])
    spans = _aligned(document, tokens)
    if spans is None:
        return None
    chains, open_ = defaultdict(list), defaultdict(list)
    for index, mark in enumerate(marks):
        for number, closed, closing in re.findall(r"\((\d+)(\))?|(\d+)\)", mark):
            if closing:
                if open_[closing]:
                    chains[closing].append((spans[open_[closing].pop()][0], spans[index][1]))
            elif closed:
                chains[number].append(spans[index])
            else:
                open_[number].append(index)
    return [sorted(set(chain)) for _, chain in sorted(chains.items(), key=lambda item: int(item[0]))]


def _aligned(document, tokens):
    """The span of each token in the text, found letter by letter."""
    text, at, spans = document.text, 0, []
    for token in tokens:
        start = text.find(token, at)
        if start < 0 or text[at:start].strip():
            return None
        at = start + len(token)
        spans.append((start, at))
    return spans


def _letters(words):
    return "".join(character for character in words if character.isalnum()).lower()


def _uds(folder):
    """UDS targets of the training part: letters of the sentence to [(letters before, length, value)]."""
    targets = {}
    with open(Path(folder, "UDS_IH2", "train.jsonl"), encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            name = f"UDS_IH2/train/{number}"
            if measured("factuality", name):
                continue
            assert_trainable("factuality", [name])
            entry = json.loads(line)
            tokens = entry["text"].split()
            found = []
            for target in entry["targets"]:
                low, high = target["span1"]
                word = _letters("".join(tokens[low:high]))
                if word:
                    found.append((len(_letters("".join(tokens[:low]))), len(word), target["label"]))
            targets[_letters(entry["text"])] = found
    return targets


def _add_certainty(document, targets):
    found, matched = [], False
    for start, end in document.sentences:
        sentence = document.text[start:end]
        entry = targets.get(_letters(sentence))
        if entry is None:
            continue
        matched = True
        places = [start + i for i, character in enumerate(sentence) if character.isalnum()]
        for before, length, value in entry:
            found.append((places[before], places[before + length - 1] + 1, float(value), _UDS_WEIGHT))
    document.certainty = found if matched else None
