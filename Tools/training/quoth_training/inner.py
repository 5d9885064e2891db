"""Teaches the finished encoder which contents are worth reading again for the sayings within them.

PolNeAR marks outermost attributions only, so the teacher is the reader itself: contents that it finds in
training articles are read again as texts of their own, and the words that are cues then are what the head
has to tell in the first reading. A content none of whose words scores above zero need not be read twice.
"""

import json

import numpy as np
import torch
import torch.nn.functional as F

from . import decode, features, polnear, train

RECALL = 0.97  # of contents that hold a saying, on the held-back articles
MARKS = "\"“”„«»"


def unquoted(text, start, stop):
    """A span without the quotation marks around it."""
    if text[start] in MARKS and stop - start > 1:
        start += 1
    if text[stop - 1] in MARKS and stop - start > 1:
        stop -= 1
    return start, stop


@torch.no_grad()
def examples(model, articles, encoder):
    """For each content of more than three units: vectors of its units (units, width), and which are cues."""
    weights, out = train.link_weights(model), []
    for article in articles:
        encoded = features.encode(encoder, article.text)
        states = train.states(model, encoded)
        found = torch.from_numpy(states)
        outer = decode.decode(model.roles(found).numpy(), model.links(found).numpy(), encoded.paragraph, weights)
        for one in decode.to_characters(outer, encoded.units):
            units = [n for n, (start, stop) in enumerate(encoded.units)
                     if any(a <= start and stop <= b for a, b in one["content"])]
            if len(units) < 4:
                continue
            blocks = [unquoted(article.text, a, b) for a, b in one["content"]]
            again = features.encode(encoder, article.text, blocks)
            if not len(again.units):
                continue
            inner = decode.decode(*train.read(model, again), again.paragraph, weights)
            size = sum(b - a for a, b in blocks)
            cues = [span for two in decode.to_characters(inner, again.units)
                    if two["source"] and sum(b - a for a, b in two["content"]) < size for span in two["cue"]]
            label = [any(a <= encoded.units[n][0] < b for a, b in cues) for n in units]
            out.append((states[units].astype(np.float16), np.array(label)))
    return out


def fit(model, learned, held, seed=7, passes=4):
    """Trains `model.inner` and moves its bias so that ``RECALL`` of the held contents with a cue score above
    zero. Returns the share of units, in contents, that would be read again."""
    torch.manual_seed(seed)
    x = torch.from_numpy(np.concatenate([states for states, _ in learned]))
    y = torch.from_numpy(np.concatenate([label for _, label in learned])).float()
    optimiser = torch.optim.AdamW(model.inner.parameters(), lr=1e-3, weight_decay=0.01)
    model.inner.train()
    for _ in range(passes):
        for rows in torch.randperm(len(x)).split(2048):
            loss = F.binary_cross_entropy_with_logits(
                model.inner(x[rows].float())[:, 0], y[rows], pos_weight=torch.tensor(5.0))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    model.inner.eval()
    with torch.no_grad():
        best = np.array([float(model.inner(torch.from_numpy(states).float()).max()) for states, _ in held])
        holds = np.array([label.any() for _, label in held])
        sizes = np.array([len(label) for _, label in held])
        least = np.quantile(best[holds], 1 - RECALL)
        model.inner.output.bias -= float(least)
    return float(sizes[best >= least].sum() / sizes.sum())


def teach(model, training, encoder):
    """Teaches the head of `model` from the training articles, those held back for the threshold."""
    learned = examples(model, [a for a in training if not polnear.held_back(a)], encoder)
    held = examples(model, [a for a in training if polnear.held_back(a)], encoder)
    share = fit(model, learned, held)
    print(json.dumps({"contents": len(learned), "with a saying": sum(bool(label.any()) for _, label in learned),
                      "share of their units read again": round(share, 3)}), flush=True)
    return share
