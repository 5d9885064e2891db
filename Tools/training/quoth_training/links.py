"""Gold links between spans, for the loss that sees them as decoding does."""

import numpy as np
import torch

from . import decode


def spans_of(start, stop, tags, cue_of, cue_at, source_at, paragraph):
    """The spans of a window and which belong together.

    Returns unit ranges of contents, cues and sources, counted from `start`; what lies between each content
    and each cue (cues, log of the distance, later paragraphs) and each cue and each source (sources); and
    the right cue of each content and the right source of each cue, a last column standing for none.
    """
    found = decode.spans(tags[start:stop])
    ranges = {role: [span[1:] for span in found if span[0] == role] for role in ("content", "cue", "source")}
    contents, cues, sources = ranges["content"], ranges["cue"], ranges["source"]
    paragraph = paragraph[start:stop]
    apart = np.zeros((len(contents), len(cues), 3), np.float32)
    right_cue = np.zeros((len(contents), len(cues)), bool)
    for i, content in enumerate(contents):
        for j, cue in enumerate(cues):
            apart[i, j] = decode.apart(cues, content, cue, paragraph)
            right_cue[i, j] = cue_of[start + content[0]] == cue_at[start + cue[0]] >= 0
    between = np.zeros((len(cues), len(sources)), np.float32)
    right_source = np.zeros((len(cues), len(sources) + 1), bool)
    named = {number for unit in source_at for number in unit}
    for i, cue in enumerate(cues):
        number = int(cue_at[start + cue[0]])
        for j, (low, high) in enumerate(sources):
            between[i, j] = decode.between(sources, cue, (low, high))
            right_source[i, j] = any(number in source_at[start + unit] for unit in range(low, high))
        right_source[i, -1] = number not in named
    return contents, cues, sources, apart, right_cue, between, right_source


def padded(parts, units):
    """One tensor a kind for a batch of `spans_of`; the column for none stays the last."""
    def most(at):
        return max(1, max(len(part[at]) for part in parts))

    size, contents, cues, sources = len(parts), most(0), most(1), most(2)
    out = dict(
        content_spans=torch.zeros(size, contents, units, dtype=torch.bool),
        cue_spans=torch.zeros(size, cues, units, dtype=torch.bool),
        source_spans=torch.zeros(size, sources, units, dtype=torch.bool),
        content_apart=torch.zeros(size, contents, cues, 3),
        cue_gold=torch.zeros(size, contents, cues, dtype=torch.bool),
        source_apart=torch.zeros(size, cues, sources),
        source_gold=torch.zeros(size, cues, sources + 1, dtype=torch.bool),
    )
    for n, (of_content, of_cue, of_source, apart, right_cue, between, right_source) in enumerate(parts):
        for name, spans in (("content", of_content), ("cue", of_cue), ("source", of_source)):
            for k, (low, high) in enumerate(spans):
                out[name + "_spans"][n, k, low:high] = True
        c, k, s = len(of_content), len(of_cue), len(of_source)
        out["content_apart"][n, :c, :k] = torch.from_numpy(apart)
        out["cue_gold"][n, :c, :k] = torch.from_numpy(right_cue)
        out["source_apart"][n, :k, :s] = torch.from_numpy(between)
        out["source_gold"][n, :k, :s] = torch.from_numpy(right_source[:, :s])
        out["source_gold"][n, :k, -1] = torch.from_numpy(right_source[:, -1])
    return out


def between_units(windows, units):
    """Which units belong together, of windows given as (start, stop, cue_of, cue_at, source_at) or none:
    `content` and `source` (windows, units, units), `cue` and `sourceless` (windows, units)."""
    size = len(windows)
    out = dict(content=torch.zeros(size, units, units, dtype=torch.bool), source=torch.zeros(size, units, units, dtype=torch.bool),
               cue=torch.zeros(size, units, dtype=torch.bool), sourceless=torch.zeros(size, units, dtype=torch.bool))
    for n, window in enumerate(windows):
        if window is None:
            continue
        start, stop, cue_of, cue_at, source_at = window
        count = stop - start
        of, at = cue_of[start:stop], cue_at[start:stop]
        out["content"][n, :count, :count] = torch.from_numpy((of[:, None] == at[None, :]) & (of[:, None] >= 0))
        out["cue"][n, :count] = torch.from_numpy(at >= 0)
        named = {number for unit in source_at for number in unit}
        for unit in np.flatnonzero(at >= 0):
            out["sourceless"][n, unit] = int(at[unit]) not in named
        for unit in range(start, stop):
            for number in source_at[unit]:
                out["source"][n, :count, unit - start] |= torch.from_numpy(at == number)
    return out


def pointing_loss(content, source, right, live, content_weight=0.3, source_weight=1.0):
    """Of a content's units pointing at their cue and a cue's at its source or at nothing, summed over units."""
    def pointing(scores, right, rows):
        rows = rows & right.any(-1)
        chosen, right = scores[rows], right[rows]
        return (torch.logsumexp(chosen, -1) - torch.logsumexp(chosen.masked_fill(~right, -1e4), -1)).sum()

    gold_source = torch.cat([right["source"], right["sourceless"][..., None]], -1)
    return content_weight * pointing(content, right["content"], live) + source_weight * pointing(source, gold_source, right["cue"])
