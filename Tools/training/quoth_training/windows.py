"""Cutting encoded texts into windows, and putting window results together again.

The Swift twin of `overlapping` and `merge` is `Windows` in Sources/Engine.
"""

import numpy as np


def sampled(encoded, limit, generator):
    """Disjoint windows for training: unit ranges of at most `limit` subwords.

    Windows begin at paragraphs where they can, and the first one is of random length, so that an
    epoch never cuts a report where the last one did.
    """
    ends = np.append(encoded.first[1:], len(encoded.ids))
    count = len(encoded.first)
    ranges, start = [], 0
    room = int(generator.integers(limit // 4, limit + 1))
    while start < count:
        stop = _stop(encoded, ends, start, room, least=3)
        ranges.append((start, stop))
        start, room = stop, limit
    return ranges


def overlapping(encoded, limit, overlap):
    """Windows for reading, as unit ranges: each at most `limit` subwords, sharing at least
    `overlap` subwords with the one before, cut at a paragraph where one begins near the end."""
    ends = np.append(encoded.first[1:], len(encoded.ids))
    count = len(encoded.first)
    ranges, start = [], 0
    while start < count:
        stop = _stop(encoded, ends, start, limit, least=2)
        ranges.append((start, stop))
        if stop == count:
            break
        following = stop
        while following > start + 1 and encoded.first[stop] - encoded.first[following - 1] <= overlap:
            following -= 1
        start = following
    return ranges


def _stop(encoded, ends, start, limit, least):
    """Where a window that begins at unit `start` ends: at `limit` subwords, or at a paragraph that
    begins in it beyond one part in `least`."""
    count = len(encoded.first)
    stop = start
    while stop < count and ends[stop] - encoded.first[start] <= limit:
        stop += 1
    stop = max(stop, start + 1)
    if stop < count:
        back = stop
        while back > start and encoded.paragraph[back] == encoded.paragraph[back - 1]:
            back -= 1
        if back > start + (stop - start) // least:
            return back
    return stop


def merge(count, ranges, results):
    """One row a unit, taken from the window in which it stands farthest from an edge.

    A window's edge that is also the text's edge counts as infinitely far.
    """
    merged, best = np.zeros((count, results[0].shape[1]), np.float32), np.full(count, -1.0)
    for (start, stop), rows in zip(ranges, results):
        at = np.arange(start, stop)
        left = np.where(start == 0, np.inf, at - start)
        right = np.where(stop == count, np.inf, stop - 1 - at)
        margin = np.minimum(left, right)
        better = margin > best[start:stop]
        merged[start:stop][better] = rows[better]
        best[start:stop] = np.maximum(best[start:stop], margin)
    return merged
