"""Figures of the heads on development parts, near to what `quoth eval` prints; gold words are given."""

import numpy as np
import torch
from scipy.optimize import linear_sum_assignment
from scipy.stats import pearsonr, spearmanr

from . import understanding
from .heads import NAME_TAGS


def f1(right, found, gold):
    return 0.0 if not right else 200 * right / (found + gold)


def syntax(reader, inventory, examples):
    counts = dict(upos=0, xpos=0, feats=0, lemma=0, uas=0, las=0)
    total = 0
    for example, document in examples:
        found = understanding.vectors(reader, example)
        (upos, xpos, feats, lemmas), parent, relation = understanding.syntax(reader.heads, inventory, example, found)
        for n, word in enumerate(document.words):
            head = n if word.head < 0 else word.head
            counts["upos"] += upos[n] == word.upos
            counts["xpos"] += xpos[n] == word.xpos
            counts["feats"] += feats[n] == word.feats
            counts["lemma"] += lemmas[n] == word.lemma
            counts["uas"] += parent[n] == head
            counts["las"] += parent[n] == head and relation[n].split(":")[0] == word.deprel.split(":")[0]
        total += len(document.words)
    return {name: round(100 * count / total, 2) for name, count in counts.items()}


CONLL = dict(person="PER", organisation="ORG", state="LOC", place="LOC", group="MISC", product="MISC", other="MISC",
             adjective="MISC")


def names(reader, examples, kinds=CONLL):
    """F1 over names by span and type; gold allows each word one type of CoNLL's four."""
    right = found_count = gold_count = 0
    for example, gold in examples:
        found = understanding.names(reader.heads, example, understanding.vectors(reader, example))
        found = {(a, b, kinds[kind]) for a, b, kind in found}
        right += len(found & gold)
        found_count, gold_count = found_count + len(found), gold_count + len(gold)
    return {"P": round(100 * right / max(found_count, 1), 2), "R": round(100 * right / max(gold_count, 1), 2),
            "F1": round(f1(right, found_count, gold_count), 2)}


def _muc(gold, found):
    def half(a, b):
        right = total = 0
        of = {m: n for n, chain in enumerate(b) for m in chain}
        for chain in a:
            parts = len({of[m] for m in chain if m in of}) + sum(m not in of for m in chain)
            right, total = right + len(chain) - parts, total + len(chain) - 1
        return right, total
    return half(gold, found), half(found, gold)


def _cubed(gold, found):
    def half(a, b):
        of = {m: set(chain) for chain in b for m in chain}
        right = sum(len(set(chain) & of.get(m, set())) / len(chain) for chain in a for m in chain)
        return right, sum(map(len, a))
    return half(gold, found), half(found, gold)


def _ceaf(gold, found):
    if not gold or not found:
        return (0, len(gold)), (0, len(found))
    same = np.array([[2 * len(set(a) & set(b)) / (len(a) + len(b)) for b in found] for a in gold])
    rows, columns = linear_sum_assignment(-same)
    right = same[rows, columns].sum()
    return (right, len(gold)), (right, len(found))


def coreference(reader, inventory, examples):
    """MUC, B-cubed, CEAF-phi4 and their mean (Pradhan et al. 2014), predicted mentions, no singletons."""
    sums = np.zeros((3, 4))
    for example, gold in examples:
        vectors = understanding.vectors(reader, example)
        parents = understanding.syntax(reader.heads, inventory, example, vectors)[1]
        found = understanding.chains(reader.heads, example, vectors, parents)
        for n, measure in enumerate((_muc, _cubed, _ceaf)):
            (r, rt), (p, pt) = measure(gold, found)
            sums[n] += (r, rt, p, pt)
    out = {}
    for name, (r, rt, p, pt) in zip(("MUC", "B3", "CEAFe"), sums):
        recall, precision = r / max(rt, 1), p / max(pt, 1)
        out[name] = round(200 * recall * precision / max(recall + precision, 1e-9), 2)
    out["CoNLL"] = round(sum(out.values()) / 3, 2)
    return out


def certainty(reader, examples):
    right, given = [], []
    for example in examples:
        if example.certainty:
            found = reader.heads.certainty(understanding.vectors(reader, example)).detach()
            for at, value, scale, _ in example.certainty:
                right.append(value)
                given.append(float(found[at, scale].clamp(-3, 3)))
    return {"r": round(float(pearsonr(right, given)[0]), 4), "MAE": round(float(np.abs(np.array(right) - given).mean()), 3)}


def events(reader, examples):
    """Of marked pairs: whether the event that fits them best has the gold type; typed events a sentence."""
    good = total = typed = extra = 0
    party = np.zeros(3)
    for example in examples:
        found = understanding.events(reader.heads, example, understanding.vectors(reader, example))
        typed += len(found)
        for _, types, actors, recipients, _, _ in example.events:
            names = {understanding.EVENT_TYPES[t] for t in types}
            fits = max(found, default=None, key=lambda e: ((e[2] in (actors or [])) + (e[3] in (recipients or [])), e[4]))
            good += fits is not None and fits[1] in names
            total += 1
            extra += sum(e[1] not in names for e in found)
            if fits is not None:
                party += ((fits[2] in (actors or [])) + (fits[3] in (recipients or [])),
                          (fits[2] is not None) + (fits[3] is not None), 0)
            party[2] += bool(actors) + bool(recipients)
    return {"type": round(100 * good / max(total, 1), 2), "typed a sentence": round(typed / max(len(examples), 1), 2),
            "extra a sentence": round(extra / max(total, 1), 2), "parties": round(f1(*party), 2)}


@torch.no_grad()
def sentences(reader, teacher, tokenizer, pairs, embed):
    """Spearman's rank correlation of our cosines with the teacher's, over pairs of sentences."""
    of = teacher.of([a for a, _ in pairs] + [b for _, b in pairs])
    theirs = [float(a @ b) for a, b in zip(of, of[len(pairs) :])]
    ours = [float(embed(reader, tokenizer, a) @ embed(reader, tokenizer, b)) for a, b in pairs]
    return round(float(spearmanr(ours, theirs)[0]), 4)
