"""Sayings within contents, for the heads that tell them in the one reading of a report.

PolNeAR marks outermost attributions only, so the teacher is a finished reader: what `quoth read --json` finds
within contents, by reading them again and by grammar, is what these heads learn to tell at once.
"""

import json

import numpy as np
import torch

from . import labels, links


def read(path):
    """Of a file of `quoth read --json`: by report, its contents, each as spans, and what is said within them."""
    found = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            spans = {one["id"]: {role: [(s["start"], s["end"]) for s in one[role]] for role in ("source", "cue", "content")}
                     for one in record["attributions"]}
            depth = {}
            for one in record["attributions"]:
                depth[one["id"]] = 0 if one["parent"] is None else depth.get(one["parent"], 0) + 1
            name = record["report"]["file"].rsplit("/", 1)[-1].removesuffix(".txt")
            found[name] = ([spans[key]["content"] for key, level in depth.items() if level == 0],
                           [spans[key] for key, level in depth.items() if level == 1])
    return found


def gold(encoded, found):
    """Labels as `labels.of` gives them, of what is said within contents, and before them the number of the span of
    content that each unit stands in, or -1."""
    contents, sayings = found
    inside = np.full(len(encoded.units), -1, np.int64)
    starts, ends = encoded.units[:, 0], encoded.units[:, 1]
    for number, (start, end) in enumerate(span for content in contents for span in content):
        inside[np.searchsorted(ends, start, "right") : np.searchsorted(starts, end, "left")] = number
    return inside, *labels.of(encoded, sayings)


def collated(group, units):
    """Of windows, each (start, stop, gold or none): the runs of content in them, and the links between units.

    `row`, `low`, `counts`: (runs,) the window of each run, its first unit and how many it has; `tags`: (runs,
    longest); and the links of `links.between_units` over the windows' units.
    """
    runs, links_of = [], []
    for row, (start, stop, found) in enumerate(group):
        if found is None:
            links_of.append(None)
            continue
        inside, tags, cue_of, cue_at, source_at = found
        links_of.append((start, stop, cue_of, cue_at, source_at))
        edges = np.flatnonzero(np.diff(inside[start:stop], prepend=-2, append=-2))
        runs += [(row, int(a), tags[start + a : start + b]) for a, b in zip(edges, edges[1:]) if inside[start + a] >= 0]
    if not runs:
        return None
    tags = torch.zeros(len(runs), max(len(own) for *_, own in runs), dtype=torch.long)
    for n, (_, _, own) in enumerate(runs):
        tags[n, : len(own)] = torch.from_numpy(own)
    return dict(row=torch.tensor([row for row, _, _ in runs]), low=torch.tensor([low for _, low, _ in runs]),
                counts=torch.tensor([len(own) for *_, own in runs]), tags=tags, **links.between_units(links_of, units))


def loss(model, states, batch, live):
    """Of the tags along each run of content and of the links within, summed over units. states: (batch, units, width)."""
    own = batch["nested"]
    steps = torch.arange(own["tags"].shape[1])
    at = (own["low"][:, None] + steps).clamp(max=states.shape[1] - 1)
    total = model.crf.loss(model.nested_roles(states[own["row"][:, None], at]), own["tags"], own["counts"])
    content, source = model.masked_link_scores(model.nested_links(states), batch["paragraph"], live)
    return total + links.pointing_loss(content, source, own, live)
