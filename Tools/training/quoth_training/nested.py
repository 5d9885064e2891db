"""Sayings within contents, for the heads that tell them in the one reading of a report.

PolNeAR marks outermost attributions only, so the teacher is a finished reader: contents that it finds in training
articles are read again as texts of their own, and what is found then is what these heads learn to tell at once.
"""

import json

import numpy as np
import torch

from . import calibrate, decode, features, labels, links, polnear, train
from .model import WIDTH

UNITS = 4  # a shorter content holds no saying
LEAST = 0.45  # confidence of what is taken from a second reading
ROLES = ("source", "cue", "content")
MARKS = "\"“”„«»"


def recorded(path):
    """Second readings that are on record, in a file of `quoth read --json`: by article, its contents, each as spans, and
    what is said within them."""
    found = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            parents = {one["id"]: one["parent"] for one in record["attributions"]}
            outermost = {key for key, parent in parents.items() if parent is None}
            spans = {one["id"]: {role: [(s["start"], s["end"]) for s in one[role]] for role in ROLES}
                     for one in record["attributions"]}
            name = record["report"]["file"].rsplit("/", 1)[-1].removesuffix(".txt")
            found[name] = ([spans[key]["content"] for key in parents if key in outermost],
                           [spans[key] for key, parent in parents.items() if parent in outermost])
    return found


@torch.no_grad()
def second_readings(model, articles, tokenizer, confidence):
    """The same, by reading the articles and their contents."""
    weights = train.link_weights(model)
    found = {}
    for article in articles:
        def decoded(blocks=None):
            encoded = features.encode(tokenizer, article.text, blocks)
            if not len(encoded.units):
                return []
            read = decode.decode(*train.read(model, encoded), encoded.paragraph, weights)
            return [(spans, calibrate.apply(confidence, [one["evidence"]])[0])
                    for one, spans in zip(read, decode.to_characters(read, encoded.units))]

        contents, sayings = [spans["content"] for spans, _ in decoded()], []
        for content in contents:
            blocks = [unquoted(article.text, a, b) for a, b in content]
            size = sum(b - a for a, b in blocks)
            sayings += [spans for spans, chance in decoded(blocks)
                        if spans["source"] and chance >= LEAST and sum(b - a for a, b in spans["content"]) < size]
        found[article.name] = contents, sayings
    return found


def unquoted(text, start, stop):
    """A span without the quotation marks around it."""
    if text[start] in MARKS and stop - start > 1:
        start += 1
    if text[stop - 1] in MARKS and stop - start > 1:
        stop -= 1
    return start, stop


class Run:
    """A content by its units: their states, paragraphs and labels as `labels.of` gives them."""

    def __init__(self, states, paragraph, tags, cue_of, cue_at, source_at):
        self.states, self.paragraph, self.tags = states, paragraph, tags
        self.links = (0, len(tags), cue_of, cue_at, source_at)


def runs(model, articles, readings, tokenizer):
    """The contents of articles, as the finished encoder sees them."""
    out = []
    for article in articles:
        contents, sayings = readings[article.name]
        encoded = features.encode(tokenizer, article.text)
        states = train.states(model, encoded).astype(np.float16)
        tags, cue_of, cue_at, source_at = labels.of(encoded, sayings)
        starts, ends = encoded.units[:, 0], encoded.units[:, 1]
        for content in contents:
            units = np.concatenate([np.arange(np.searchsorted(ends, start, "right"), np.searchsorted(starts, end, "left"))
                                    for start, end in content])
            if len(units) >= UNITS:
                out.append(Run(states[units], encoded.paragraph[units], tags[units], cue_of[units], cue_at[units],
                               [source_at[n] for n in units]))
    return out


def loss(model, group):
    """Of some runs: of the tags along each and of the links within, a mean over units."""
    counts = torch.tensor([len(run.tags) for run in group])
    longest = int(counts.max())
    states = torch.zeros(len(group), longest, WIDTH)
    tags, paragraph = (torch.zeros(len(group), longest, dtype=torch.long) for _ in range(2))
    for n, run in enumerate(group):
        states[n, : counts[n]] = torch.from_numpy(run.states).float()
        tags[n, : counts[n]] = torch.from_numpy(run.tags)
        paragraph[n, : counts[n]] = torch.from_numpy(run.paragraph)
    live = torch.arange(longest)[None] < counts[:, None]
    content, source = model.masked_link_scores(model.nested_links(states), paragraph, live)
    total = model.crf.loss(model.nested_roles(states), tags, counts)
    right = links.between_units([run.links for run in group], longest)
    return (total + links.pointing_loss(content, source, right, live)) / counts.sum()


def batches(found, generator, units=2048):
    order = sorted(range(len(found)), key=lambda n: len(found[n].tags) + 8 * generator.random())
    groups, group = [], []
    for n in order:
        if group and len(found[n].tags) * (len(group) + 1) > units:
            groups.append(group)
            group = []
        group.append(found[n])
    groups.append(group)
    generator.shuffle(groups)
    return groups


@torch.no_grad()
def agreement(model, found, bias):
    """How well the cues found in runs are the teacher's: F1 over runs of units that overlap; `bias` is added to the
    score of no role."""
    weights = train.link_weights(model)
    same = own = theirs = 0
    for run in found:
        emissions = model.nested_roles(torch.from_numpy(run.states).float()).numpy()
        emissions[:, 0] += bias
        tags = decode.viterbi(emissions, weights["transitions"], weights["start"], weights["end"])
        cues = [{*range(low, high)} for role, low, high in decode.spans(tags) if role == "cue"]
        gold = [{*range(low, high)} for role, low, high in decode.spans(run.tags) if role == "cue"]
        same += sum(any(cue & other for other in gold) for cue in cues)
        own, theirs = own + len(cues), theirs + len(gold)
    return 2 * same / max(own + theirs, 1)


def teach(model, articles, readings, tokenizer, seed=7, passes=12):
    """Teaches the nested heads on the finished encoder, their links from those of outermost sayings on, and moves the score of no role to where the held-back
    articles agree best. Returns that agreement."""
    torch.manual_seed(seed)
    model.nested_links.load_state_dict(model.links.state_dict())
    generator = np.random.default_rng(seed)
    learned = runs(model, [a for a in articles if not polnear.held_back(a)], readings, tokenizer)
    held = runs(model, [a for a in articles if polnear.held_back(a)], readings, tokenizer)
    heads = [*model.nested_roles.parameters(), *model.nested_links.parameters()]
    optimiser = torch.optim.AdamW(heads, lr=1e-3, weight_decay=0.01)
    for number in range(passes):
        model.nested_roles.train()
        model.nested_links.train()
        for group in optimiser.param_groups:
            group["lr"] = 1e-3 * (1 - number / passes)
        amounts = []
        for group in batches(learned, generator):
            found = loss(model, group)
            optimiser.zero_grad(set_to_none=True)
            found.backward()
            optimiser.step()
            amounts.append(float(found.detach()))
        model.eval()
        print(json.dumps({"nested pass": number + 1, "loss": round(float(np.mean(amounts)), 4),
                          "agreement": round(agreement(model, held, 0.0), 4)}), flush=True)
    best = max(np.arange(-4.0, 1.5, 0.5), key=lambda bias: agreement(model, held, bias))
    with torch.no_grad():
        model.nested_roles.output.bias[0] += float(best)
    found = agreement(model, held, 0.0)
    print(json.dumps({"bias": float(best), "agreement": round(found, 4)}), flush=True)
    return found
