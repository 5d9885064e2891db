"""From scores to attributions. The Swift twin is `AttributionDecoder` in Sources/Stages/Annotation."""

import numpy as np

from .labels import TAGS
from .model import DISTANCES, LINK
from .polnear import ROLES

ROLE_OF = [None if tag == "O" else tag[2:] for tag in TAGS]
FORBIDDEN = -1e4
REACH = 256  # units between content and cue, cue and source


def viterbi(emissions, transitions, start, end):
    """Best tag sequence under the CRF; an I never follows another role's tag."""
    allowed = transitions.copy()
    first = start.copy()
    for b, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            first[b] = FORBIDDEN
            for a, before in enumerate(TAGS):
                if before[2:] != tag[2:]:
                    allowed[a, b] = FORBIDDEN
    score, back = first + emissions[0], []
    for row in emissions[1:]:
        paths = score[:, None] + allowed
        back.append(paths.argmax(0))
        score = paths.max(0) + row
    best = [int((score + end).argmax())]
    for pointers in reversed(back):
        best.append(int(pointers[best[-1]]))
    return best[::-1]


def spans(tags):
    """(role, start, stop) unit ranges of a tag sequence."""
    found = []
    for unit, tag in enumerate(tags):
        role = ROLE_OF[tag]
        if role is None:
            continue
        if TAGS[tag].startswith("B-") or not found or found[-1][0] != role or found[-1][2] != unit:
            found.append([role, unit, unit + 1])
        else:
            found[-1][2] = unit + 1
    return [tuple(span) for span in found]


def _bucket(offset):
    size = np.abs(offset)
    large = np.floor(np.log2(np.maximum(size, 1) / 4)).clip(min=0).astype(int) + 5
    bucket = np.where(size <= 4, size, np.minimum(large, DISTANCES // 2))
    return np.where(offset < 0, -bucket, bucket) + DISTANCES // 2


def _scores(queries, keys, rows, columns, paragraph, distance, step):
    offset = columns[None, :] - rows[:, None]
    paragraphs = (paragraph[columns][None, :] - paragraph[rows][:, None]).clip(-2, 2) + 2
    return queries[rows] @ keys[columns].T / np.sqrt(LINK) + distance[_bucket(offset)] + step[paragraphs]


def _logsumexp(x, axis):
    top = x.max(axis, keepdims=True)
    return (top + np.log(np.exp(x - top).sum(axis, keepdims=True))).squeeze(axis)


def decode(emissions, links, paragraph, weights):
    """Attributions as {source, cue, content} lists of unit ranges, with their evidence.

    Each content goes to the cue its units point at most; each cue takes the source its units point
    at most, or none. Against a link count each other cue or source in between, since attributions
    seldom reach across one another; the distance between content and cue; and a cue in a later
    paragraph, since a quotation runs on from what came before. A cue without content is dropped.
    `evidence` holds three probabilities: of the role tags, of the content's cue, of the cue's source.
    """
    tags = viterbi(emissions, weights["transitions"], weights["start"], weights["end"])
    found = spans(tags)
    cues, contents, sources = ([span[1:] for span in found if span[0] == role] for role in ("cue", "content", "source"))
    a, b, c, d, none = np.split(links, [LINK, 2 * LINK, 3 * LINK, 4 * LINK], axis=1)
    taken = {k: [] for k in range(len(cues))}
    for start, stop in contents:
        near = [k for k, cue in enumerate(cues) if cue[0] - stop < REACH and start - cue[1] < REACH]
        if not near:
            continue
        rows = np.arange(start, stop)
        totals = [
            _logsumexp(
                _scores(a, b, rows, np.arange(*cues[k]), paragraph,
                        weights["content_distance"], weights["content_step"]), 1
            ).mean() - weights["reach"][:3] @ apart(cues, (start, stop), cues[k], paragraph)
            for k in near
        ]
        best = int(np.argmax(totals))
        taken[near[best]].append((start, stop, _share(totals, best)))
    out = []
    for k, (start, stop) in enumerate(cues):
        if not taken[k]:
            continue
        rows = np.arange(start, stop)
        near = [s for s in sources if s[0] - stop < REACH and start - s[1] < REACH]
        totals = [none[rows, 0].mean()] + [
            _logsumexp(
                _scores(c, d, rows, np.arange(left, right), paragraph,
                        weights["source_distance"], weights["source_step"]), 1
            ).mean() - weights["reach"][3] * between(sources, (start, stop), (left, right))
            for left, right in near
        ]
        best = int(np.argmax(totals))
        content = [span[:2] for span in taken[k]]
        units = np.concatenate([np.arange(a, b) for a, b in [(start, stop), *content]])
        chosen = emissions[units, np.array(tags)[units]] - _logsumexp(emissions[units], 1)
        evidence = (
            float(np.exp(chosen.mean())),
            float(np.mean([span[2] for span in taken[k]])),
            _share(totals, best),
        )
        out.append({"source": near[best - 1 : best] if best else [], "cue": [(start, stop)],
                    "content": content, "evidence": evidence})
    return out


def apart(cues, content, cue, paragraph):
    """What counts against a content's link to a cue: cues between, log of the distance, later paragraphs."""
    gap = max(0, cue[0] - content[1], content[0] - cue[1])
    later = min(max(0, paragraph[cue[0]] - paragraph[content[0]]), 2)
    return between(cues, content, cue), np.log1p(gap), later


def between(spans, one, other):
    """How many of the spans begin between two others."""
    low, high = (one[1], other[0]) if one[0] < other[0] else (other[1], one[0])
    return sum(low <= span[0] < high for span in spans)


def _share(scores, chosen):
    scores = np.array(scores, np.float64)
    return float(1 / np.exp(scores - scores[chosen]).sum())


def to_characters(attributions, units):
    """Unit ranges as code-point spans."""
    return [
        {role: [[int(units[a][0]), int(units[b - 1][1])] for a, b in one[role]] for role in ROLES}
        for one in attributions
    ]
