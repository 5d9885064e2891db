"""The development parts of all corpora, for the figures that training prints. Nothing here is trained on."""

import csv
import os
from collections import defaultdict
from pathlib import Path

from . import measures
from .corpora import document, tagged, treebank
from .corpora.factuality import sentence as factuality_sentence
from .corpora.plover import _OLD_TYPES, _rows, marked
from .examples import example, word_range
from .splits import measured

PAIRS = 300


def parts(folder, tokenizer, inventory, teacher, embed):
    """What to measure by name: a function and its arguments after the reader."""
    folder = Path(folder)

    def examples(documents):
        return [(one, d) for d in documents if (one := example(d, tokenizer, inventory)) is not None]

    treebanks, chains = [], []
    for name in treebank._part(folder / "gum" / "SPLITS.txt", "dev"):
        with open(folder / "gum" / "conllu" / (name + ".conllu"), encoding="utf-8") as lines:
            for found, _ in treebank.documents("gum", lines):
                found.clusters = treebank._chains(found, folder / "gum" / "ontogum" / (name + ".conll"))
                treebanks.append(found)
    with open(folder / "ewt" / "en_ewt-ud-dev.conllu", encoding="utf-8") as lines:
        treebanks += [found for found, _ in treebank.documents("ewt", lines)]
    parsed = examples(treebanks)
    for one, found in parsed:
        if found.clusters is not None:
            spans = _spans(found, one)
            gold = [[word_range(spans, a, b) for a, b in chain] for chain in found.clusters]
            chains.append((one, [sorted(set(chain)) for chain in gold if len(set(chain)) > 1]))
    named = []
    for one, found in examples(_conll_dev2(folder / "conll03")):
        spans = _spans(found, one)
        gold = {(*word_range(spans, a, b), raw) for (a, b, _), raw in zip(found.names, found.raw_names)}
        named.append((one, gold))
    return {
        "syntax": (measures.syntax, inventory, parsed),
        "names": (measures.names, named),
        "coreference": (measures.coreference, inventory, chains),
        "certainty": (measures.certainty, [one for one, _ in examples(_uw_dev(folder / "factuality"))]),
        "events": (measures.events, [one for one, _ in examples(_plv_fifth(folder / "plover" / "PLV_train.tsv"))]),
        "sentences": (measures.sentences, teacher, tokenizer, _pairs(folder / "nli" / "sick-dev.csv"), embed),
    }


def _spans(found, one):
    import numpy as np

    return one.encoded.units if found.words is None else np.array([(w.start, w.end) for w in found.words])


def _conll_dev2(folder):
    article, number = [], 0
    for sentence in [*tagged.tagged_sentences(folder / "dev2.txt"), None]:
        if sentence is None or sentence[0][0] == "-DOCSTART-":
            if article:
                yield tagged.document("conll03", f"dev2/{number}", article, "conll", paragraph=1)
            article, number = [], number + 1
        else:
            article.append(sentence)


def _uw_dev(folder):
    import json

    with open(folder / "UW" / "dev.jsonl", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            found = factuality_sentence(f"UW/dev/{number}", json.loads(line), 1.0)
            if found:
                yield found


def _plv_fifth(path):
    found = defaultdict(list)
    for row in _rows(path):
        if measured("plover", "PLV_train/" + row["sentence"]):
            found[row["sentence"]].append(row)
    for name, rows in found.items():
        text, events = None, []
        for row in rows:
            plain, actors, recipients = marked(row["marked_sentence"])
            text = text or plain
            if plain == text:
                root = _OLD_TYPES.get(row["gold_root"], row["gold_root"])
                events.append(document.Event(root, None, actors, recipients, 1.0, (0, len(text))))
        yield document.Document("plover", name, text, [(0, len(text))], events=events)


def _pairs(path):
    with open(path, encoding="utf-8", newline="") as lines:
        return [(row["premise"], row["hypothesis"]) for row in csv.DictReader(lines)][:PAIRS]
