"""ECB+, topics 1 to 30: chains of entities within a document, in the sentences that were checked."""

import csv
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from pathlib import Path

from ..splits import assert_trainable
from .detokenise import Builder
from .document import Document

_ENTITIES = ("HUMAN_", "NON_HUMAN_", "LOC_")
_SENTENCES_OF_A_PARAGRAPH = 3


def ecbplus(folder, topics=range(1, 31)):
    folder = Path(folder)
    checked = defaultdict(set)
    with open(folder / "ECBplus_coreference_sentences.csv", encoding="utf-8-sig", newline="") as lines:
        for row in csv.reader(lines):
            if row and row[0].strip().isdigit():
                checked[f"{int(row[0])}/{int(row[0])}_{row[1].strip()}"].add(int(row[2]))
    names = [name for name in checked if int(name.split("/")[0]) in topics]
    assert_trainable("ecbplus", names)
    for name in sorted(names, key=_in_order):
        path = folder / "ECB+" / (name + ".xml")
        if path.is_file():
            yield story(name, path.read_bytes(), checked[name])


def _in_order(name):
    topic, file = name.split("/")
    number = "".join(character for character in file.split("_")[1] if character.isdigit())
    return int(topic), file.endswith("plus"), int(number)


def story(name, xml, checked):
    """One file. Chains keep only mentions in sentences of `checked`."""
    root = ElementTree.fromstring(xml)
    sentences = defaultdict(list)
    for token in root.iter("token"):
        words = (token.text or "").strip()
        sentences[int(token.get("sentence"))].append((token.get("t_id"), words))
    builder = Builder(_SENTENCES_OF_A_PARAGRAPH, hyphens="join")
    spans, sentence_of, region = {}, {}, []
    for number in sorted(sentences):
        tokens = [(reference, word) for reference, word in sentences[number] if word]
        found = builder.add([word for _, word in tokens])
        for (reference, _), span in zip(tokens, found):
            spans[reference], sentence_of[reference] = span, number
        if found and number in checked:
            region.append(builder.sentences[-1])
    mentions = {}
    markables = root.find("Markables")
    for markable in markables if markables is not None else ():
        anchors = [anchor.get("t_id") for anchor in markable.iter("token_anchor")]
        anchors = [anchor for anchor in anchors if anchor in spans]
        if anchors and markable.tag.startswith(_ENTITIES) and sentence_of[anchors[0]] in checked:
            mentions[markable.get("m_id")] = _first_run(anchors, spans)
    chains, chained = defaultdict(set), set()
    relations = root.find("Relations")
    for relation in relations if relations is not None else ():
        if not relation.tag.endswith("_COREF"):
            continue
        target = relation.find("target")
        key = relation.get("note") or (target.get("m_id") if target is not None else relation.get("r_id"))
        for source in relation.iter("source"):
            if source.get("m_id") in mentions:
                chains[key].add(mentions[source.get("m_id")])
                chained.add(source.get("m_id"))
    clusters = [sorted(chain) for chain in chains.values()]
    clusters += [[span] for reference, span in mentions.items() if reference not in chained]
    return Document(
        "ecbplus",
        name,
        builder.text,
        builder.blocks,
        builder.sentences,
        clusters=sorted(clusters),
        singletons=True,
        mentions_complete=False,
        cluster_region=region,
    )


def _first_run(anchors, spans):
    """The span of the first tokens that follow each other; a mention may be in pieces."""
    numbers = sorted(int(anchor) for anchor in anchors)
    last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            break
        last = number
    return spans[str(numbers[0])][0], spans[str(last)][1]
