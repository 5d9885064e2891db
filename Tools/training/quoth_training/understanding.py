"""Reading documents with all heads: what the Swift engine does, for the figures on development parts."""

import numpy as np
import torch

from . import batches, forms
from .examples import applied
from .heads import EVENT_TYPES, NAME_TAGS, best_names

CLOSER = 12  # antecedents of each mention that are looked at more closely: more change nothing


@torch.no_grad()
def vectors(reader, example):
    """The vectors of all words of a document, (words, width), read in windows as the engine does."""
    batch = batches.assemble([(example, batches.reading_chunks(example))])
    return batch.vectors(reader.encoder)[1].float()


def tree(scores):
    """Heads of one sentence, the maximum spanning tree with one root (Chu and Liu 1965, Edmonds 1967);
    scores: (words, words + 1), the last column the root. The root heads itself."""
    size = scores.shape[0]
    best, highest = None, -np.inf
    order = np.argsort(-scores[:, -1])
    for root in order[: min(size, 3)]:
        grid = scores[:, :size].copy()
        grid[root] = -1e9
        heads = _arborescence(grid, int(root))
        value = scores[root, -1] + sum(scores[n, h] for n, h in enumerate(heads) if n != root)
        if value > highest:
            best, highest = heads, value
    return best


def _arborescence(grid, root):
    """The best heads for every word but the root, by contraction of cycles. grid[word, head]."""
    size = len(grid)
    heads = grid.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.zeros(size, bool)
    inside[cycle] = True
    outside = [n for n in range(size) if not inside[n]]
    number = {n: i for i, n in enumerate(outside)}
    joint = len(outside)
    smaller = np.full((joint + 1, joint + 1), -1e9)
    enter, leave = {}, {}
    for n in outside:
        for h in outside:
            smaller[number[n], number[h]] = grid[n, h]
        at = max(cycle, key=lambda h: grid[n, h])
        smaller[number[n], joint], leave[n] = grid[n, at], at
    own = sum(grid[n, heads[n]] for n in cycle)
    for h in outside:
        at = max(cycle, key=lambda n: grid[n, h] - grid[n, heads[n]])
        smaller[joint, number[h]], enter[h] = grid[at, h] - grid[at, heads[at]] + own, at
    np.fill_diagonal(smaller, -1e9)
    found = _arborescence(smaller, number[root])
    out = heads.copy()
    for n in outside:
        if n != root:
            out[n] = leave[n] if found[number[n]] == joint else outside[found[number[n]]]
    h = outside[found[joint]]
    out[enter[h]] = h
    out[root] = root
    return out


def _cycle(heads, root):
    state = np.zeros(len(heads), np.int64)
    state[root] = 2
    for start in range(len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return None


@torch.no_grad()
def syntax(heads, inventory, example, found):
    """Parts of speech, tags, features, lemmas, heads and relations of all words."""
    head = heads.syntax
    names = ("upos", "xpos", "feats", "scripts")
    tags = [[inventory.lists[name][n] for n in scores.argmax(-1).tolist()] for name, scores in zip(names, head.tags(found))]
    tags[3] = [applied(rule, form) for rule, form in zip(tags[3], example.forms)]
    parent, relation = np.zeros(len(found), np.int64), [None] * len(found)
    for a, b in example.sentences:
        arc_d, arc_h, bias, rel_d, rel_h = [part[None] for part in head.parts(found[a:b])]
        heads_of = tree(head.arc_scores(arc_d, arc_h, bias)[0].numpy())
        parent[a:b] = heads_of + a
        kinds = head.relation_scores(rel_d[0], rel_h[0][torch.from_numpy(heads_of)]).numpy()
        roots = inventory["relations"].get("root")
        for n in range(b - a):
            kinds[n, roots] = 1e9 if heads_of[n] == n else -1e9
            relation[a + n] = inventory.lists["relations"][int(kinds[n].argmax())]
    return tags, parent, relation


@torch.no_grad()
def names(heads, example, found):
    """(first, stop, type) over words."""
    out, scores = [], heads.name_scores(found, example.forms)
    for a, b in example.sentences:
        tags = [NAME_TAGS[n] for n in best_names(scores[a:b])]
        start = None
        for n, tag in enumerate(tags + ["O"]):
            if start is not None and not tag.startswith("I-"):
                out.append((a + start, a + n, tags[start][2:]))
                start = None
            if tag.startswith("B-"):
                start = n
    return out


def phrases(parents):
    """For each word where its phrase may begin and where it may stop: at itself, or with what hangs on it."""
    first, stop = np.arange(len(parents)), np.arange(len(parents)) + 1
    for _ in range(len(parents)):
        before = first.sum() - stop.sum()
        for word, parent in enumerate(parents):
            first[parent], stop[parent] = min(first[parent], first[word]), max(stop[parent], stop[word])
        if first.sum() - stop.sum() == before:
            break
    begins, stops = [{n} for n in range(len(parents))], [{n + 1} for n in range(len(parents))]
    for word, parent in enumerate(parents):
        if parent != word:
            begins[parent].add(int(min(first[word], parent)))
            stops[parent].add(int(max(stop[word], parent + 1)))
    return begins, stops


@torch.no_grad()
def chains(heads, example, found, parents, softness=0.5):
    """Coreference chains as lists of (first, stop) over words; nothing that stands alone. A word joins the chain whose
    words score most between them, by a soft maximum, if above 0. parents: the head of each word, its own number for
    roots."""
    head = heads.coreference
    score, query, key, first_q, first_k, last_q, last_k = head(found)
    kinds = torch.from_numpy(example.kinds)
    mention = head.mention(score, kinds)
    at = np.sort(mention.topk(max(1, int(0.3 * len(found)))).indices.numpy())
    place = torch.from_numpy(at)
    agreement = torch.from_numpy(forms.agreement(example.forms, example.kinds, example.around, example.quoted, at))
    scores = head.pairs(query[place], key[place], mention[place], kinds[place], place,
                        torch.from_numpy(example.sentence_of[at]), agreement)
    before = torch.ones(len(at), len(at), dtype=torch.bool).tril(-1)
    scores = scores.masked_fill(~before, -1e4)
    near = scores >= scores.topk(min(CLOSER, len(at))).values[:, -1:]
    scores = head.closer(scores, query[place], key[place], CLOSER).masked_fill(~near, -1e4).numpy()
    chain_of, chains_ = np.zeros(len(at), np.int64), []
    for i in range(len(at)):
        sums = np.bincount(chain_of[:i], np.exp(np.minimum(scores[i, :i] / softness, 80)), len(chains_))
        chain_of[i] = sums.argmax() if i and sums.max() > 1 else len(chains_)
        if chain_of[i] == len(chains_):
            chains_.append([])
        chains_[chain_of[i]].append(i)
    begins, stops = phrases(parents)
    out = []
    for chain in chains_:
        spans = set()
        for i in chain:
            h = int(at[i])
            here = torch.tensor([h])
            low, high = torch.tensor(sorted(begins[h])), torch.tensor(sorted(stops[h])) - 1
            first = low[head.edges(first_q[here], first_k[low], 0, here, low)[0].argmax()]
            last = high[head.edges(last_q[here], last_k[high], 1, here, high)[0].argmax()]
            spans.add((int(first), int(last) + 1))
        if len(spans) > 1:
            out.append(sorted(spans))
    return out


@torch.no_grad()
def events(heads, example, found, least=0.5):
    """(trigger, type, actor word or None, recipient word or None, probability)."""
    out = []
    for a, b in example.sentences:
        kinds, act_q, act_k, rec_q, rec_k, nobody = heads.events(found[a:b])
        chance = kinds.softmax(-1)
        actor = heads.events.pointer(act_q, act_k, nobody, 0).argmax(-1)
        recipient = heads.events.pointer(rec_q, rec_k, nobody, 1).argmax(-1)
        for n in range(b - a):
            best = int(chance[n, 1:].argmax()) + 1
            if 1 - chance[n, 0] > least:
                party = [None if int(p[n]) == b - a else a + int(p[n]) for p in (actor, recipient)]
                out.append((a + n, EVENT_TYPES[best], *party, float(1 - chance[n, 0])))
    return out
