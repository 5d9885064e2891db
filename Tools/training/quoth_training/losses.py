"""The losses of the heads beside attribution, each a sum over what is annotated and a count of it."""

import numpy as np
import torch
import torch.nn.functional as F

from . import forms
from .examples import IGNORED

KEPT = 0.4  # of all words, candidates for mentions
WEIGHTS = dict(upos=0.5, xpos=0.5, feats=0.5, scripts=0.5, arcs=1.2, relations=0.7, starts=0.3, names=2.0,
               mentions=0.5, antecedents=1.3, edges=0.5, certainty=1.0, event_types=1.0, parties=0.5, sentences=3.0)


def padded(ranges, device):
    """Index (sentences, longest) of words in ranges, and which places are real."""
    longest = max(b - a for a, b in ranges)
    index = torch.zeros(len(ranges), longest, dtype=torch.long)
    live = torch.zeros(len(ranges), longest, dtype=torch.bool)
    for n, (a, b) in enumerate(ranges):
        index[n, : b - a] = torch.arange(a, b)
        live[n, : b - a] = True
    return index.to(device), live.to(device)


def of(heads, batch, states, vectors):
    """Losses by name: (sum, count)."""
    out = {}
    syntax(heads.syntax, batch, vectors, out)
    starts(heads, batch, vectors, out)
    names(heads, batch, vectors, out)
    for passage in batch.passages:
        if passage.example.mentions is not None:
            coreference(heads.coreference, passage, vectors, out)
    certainty(heads.certainty, batch, vectors, out)
    events(heads.events, batch, vectors, out)
    if batch.pools:
        sentence_vectors(heads.sentences, batch, states, out)
    return out


def total(found):
    return sum(WEIGHTS[name] * amount / max(count, 1) for name, (amount, count) in found.items())


def add(out, name, amount, count):
    before = out.get(name, (0.0, 0))
    out[name] = (before[0] + amount, before[1] + count)


def syntax(head, batch, vectors, out):
    parsed = [p for p in batch.passages if p.example.tags is not None]
    if not parsed:
        return
    words = torch.cat([torch.arange(p.base, p.base + p.stop - p.first) for p in parsed])
    gold = torch.from_numpy(np.concatenate([p.example.tags[p.first : p.stop] for p in parsed]))
    for name, scores, right in zip(("upos", "xpos", "feats", "scripts"), head.tags(vectors[words]), gold.T):
        add(out, name, F.cross_entropy(scores, right, ignore_index=IGNORED, reduction="sum"), len(words))
    ranges, heads, relations = [], [], []
    for p in parsed:
        for _, a, b in p.sentences():
            if (p.example.heads[a:b] < a).any() or (p.example.heads[a:b] >= b).any():
                continue
            ranges.append((p.base + a - p.first, p.base + b - p.first))
            heads.append(p.example.heads[a:b] - a)
            relations.append(p.example.relations[a:b])
    if not ranges:
        return
    index, live = padded(ranges, vectors.device)
    arc_d, arc_h, bias, rel_d, rel_h = [part[index] for part in head.parts(vectors)]
    scores = head.arc_scores(arc_d, arc_h, bias)
    scores[..., :-1] = scores[..., :-1].masked_fill(~live[:, None, :], -1e4)
    right = torch.zeros_like(index)
    kinds = torch.full_like(index, IGNORED)
    for n, (own, kind) in enumerate(zip(heads, relations)):
        at = torch.from_numpy(own)
        # The root is the last column.
        right[n, : len(own)] = torch.where(at == torch.arange(len(own)), index.shape[1], at)
        kinds[n, : len(own)] = torch.from_numpy(kind)
    add(out, "arcs", F.cross_entropy(scores[live], right[live], reduction="sum"), int(live.sum()))
    governor = torch.where(right == index.shape[1], torch.arange(index.shape[1])[None], right)
    chosen = rel_h.gather(1, governor[..., None].expand(-1, -1, rel_h.shape[-1]))
    found = head.relation_scores(rel_d[live], chosen[live])
    add(out, "relations", F.cross_entropy(found, kinds[live], ignore_index=IGNORED, reduction="sum"), int(live.sum()))


def starts(heads, batch, vectors, out):
    """Whether words begin a sentence, of all but the first of each passage."""
    for p in batch.passages:
        if p.example.tags is not None and p.stop - p.first > 1:
            found = heads.starts(heads.dropout(vectors[p.base + 1 : p.base + p.stop - p.first]))[:, 0]
            begins = torch.from_numpy(np.diff(p.example.sentence_of[p.first : p.stop]) != 0).float()
            add(out, "starts", F.binary_cross_entropy_with_logits(found, begins, reduction="sum"), len(begins) / 8)


def names(heads, batch, vectors, out):
    marked = [p for p in batch.passages if p.example.names is not None]
    if not marked:
        return
    for p in marked:
        allowed = torch.from_numpy(p.example.names[p.first : p.stop])
        scores = heads.name_scores(vectors[p.base : p.base + p.stop - p.first], p.example.forms[p.first : p.stop])
        right = torch.logsumexp(scores.masked_fill(~allowed, -1e4), -1)
        add(out, "names", (torch.logsumexp(scores, -1) - right).sum(), len(scores))


def coreference(head, passage, vectors, out):
    example, shift = passage.example, passage.base - passage.first
    words = np.flatnonzero(example.region[passage.first : passage.stop]) + passage.first
    if not len(words):
        return
    mentions = [m for m in example.mentions if passage.first <= m[0] and m[1] <= passage.stop]
    score, query, key, first_q, first_k, last_q, last_k = head(vectors[passage.base : passage.base + passage.stop - passage.first])
    kinds = torch.from_numpy(example.kinds[passage.first : passage.stop])
    mention = head.mention(score, kinds)
    sizes = {}
    for *_, number in mentions:
        sizes[number] = sizes.get(number, 0) + 1
    cluster_of = {m[2]: m[3] for m in mentions if sizes[m[3]] > 1}
    local = torch.from_numpy(words - passage.first)
    gold = torch.zeros(len(mention))
    gold[[at - passage.first for at in cluster_of]] = 1.0
    add(out, "mentions", F.binary_cross_entropy_with_logits(mention[local], gold[local], reduction="sum"), len(words))
    best = mention.detach()[local].topk(max(1, int(KEPT * len(words)))).indices
    chosen = np.array(sorted({int(local[n]) for n in best} | {at - passage.first for at in cluster_of}))
    at = torch.from_numpy(chosen)
    whole = chosen + passage.first
    agreement = torch.from_numpy(forms.agreement(example.forms, example.kinds, example.around, example.quoted, whole))
    scores = head.pairs(query[at], key[at], mention[at], kinds[at], at, torch.from_numpy(example.sentence_of[whole]), agreement)
    before = torch.ones(len(at), len(at), dtype=torch.bool).tril(-1)
    number = torch.tensor([cluster_of.get(int(n), -1) for n in whole])
    same = before & (number[:, None] == number[None, :]) & (number[:, None] >= 0)
    scores = head.closer(scores.masked_fill(~before, -1e4), query[at], key[at])
    scores = torch.cat([scores, scores.new_zeros(len(at), 1)], -1)
    right = torch.cat([same, ~same.any(-1, keepdim=True)], -1)
    amount = torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~right, -1e4), -1)
    add(out, "antecedents", amount.sum(), len(words) * 0.15)
    if mentions:
        heads_at = torch.tensor([m[2] - passage.first for m in mentions])
        every = torch.arange(len(mention))
        sentence = torch.from_numpy(example.sentence_of[passage.first : passage.stop])
        within = sentence[heads_at][:, None] == sentence[None, :]
        for side, (q, k) in enumerate(((first_q, first_k), (last_q, last_k))):
            edge = head.edges(q[heads_at], k, side, heads_at, every).masked_fill(~within, -1e4)
            edge = edge.masked_fill((every[None] > heads_at[:, None]) if side == 0 else (every[None] < heads_at[:, None]), -1e4)
            right = torch.tensor([(m[0] if side == 0 else m[1] - 1) - passage.first for m in mentions])
            fits = within.gather(1, right[:, None])[:, 0]
            add(out, "edges", F.cross_entropy(edge[fits], right[fits], reduction="sum"), int(fits.sum()))


def certainty(head, batch, vectors, out):
    rows = [(p.base + at - p.first, value, scale, weight) for p in batch.passages
            for at, value, scale, weight in p.example.certainty if p.first <= at < p.stop]
    if not rows:
        return
    at, value, scale, weight = (torch.tensor(column) for column in zip(*rows))
    found = head(vectors[at]).gather(1, scale[:, None])[:, 0]
    amount = F.smooth_l1_loss(found, value.float(), beta=0.5, reduction="none")
    add(out, "certainty", (amount * weight).sum(), float(weight.sum()))


def events(head, batch, vectors, out):
    """Of an event with a trigger: its type and parties there. Of one without, that some word of the sentence
    is a trigger of this type with these parties. All other words are none, as far as the set says so."""
    for p in batch.passages:
        if p.example.events is None:
            continue
        by_sentence = {}
        for event in p.example.events:
            if p.first <= event[5] < p.stop:
                by_sentence.setdefault(int(p.example.sentence_of[event[5]]), []).append(event)
        for number, a, b in p.sentences():
            found = by_sentence.get(number, [])
            if not found and not p.example.none_weight:
                continue
            rows = vectors[p.base + a - p.first : p.base + b - p.first]
            kinds, act_q, act_k, rec_q, rec_k, nobody = head(rows)
            kinds = kinds.log_softmax(-1)
            pointers = [head.pointer(act_q, act_k, nobody, 0).log_softmax(-1), head.pointer(rec_q, rec_k, nobody, 1).log_softmax(-1)]

            def towards(side, words):
                """(words of the sentence,): how much each points to a party, in logarithms."""
                inside = [n - a for n in words if a <= n < b] if words is not None else []
                if words is None or (words and not inside):
                    return None
                return torch.logsumexp(pointers[side][:, inside or [b - a]], -1)

            triggers = set()
            for trigger, types, actors, recipients, weight, _ in found:
                if not types:
                    triggers.add(trigger - a)
                    continue
                right = torch.logsumexp(kinds[:, types], -1)
                parties = [part for side, words in enumerate((actors, recipients)) if (part := towards(side, words)) is not None]
                if trigger is not None and a <= trigger < b:
                    triggers.add(trigger - a)
                    add(out, "event_types", -weight * right[trigger - a], weight)
                    for part in parties:
                        add(out, "parties", -weight * part[trigger - a], weight)
                elif trigger is None:
                    add(out, "event_types", -weight * torch.logsumexp(right + sum(parties), 0), weight)
            if p.example.none_weight:
                quiet = [n for n in range(b - a) if n not in triggers]
                if quiet:
                    weight = p.example.none_weight
                    add(out, "event_types", -weight * kinds[quiet, 0].sum(), weight * len(quiet) / 8)


def sentence_vectors(head, batch, states, out):
    pooled = torch.stack([states[row, a:b].mean(0) for row, a, b in batch.pools])
    found = F.normalize(head(pooled), dim=-1)
    right = torch.stack(batch.teacher)
    # Each sentence near its own, and every pair as near to one another as the teacher has them.
    own = (1 - (found * right).sum(-1)).sum()
    pairs = ((found @ found.T - right @ right.T) ** 2).mean(-1).sum()
    add(out, "sentences", own + pairs, len(right))
