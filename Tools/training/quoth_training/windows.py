"""Cutting encoded texts into windows, and putting window results together again.

The Swift twin of `overlapping` and `merge` is `EncodedText` in Sources/Engine.
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
    """Windows for reading, as pairs of unit ranges: what is read, and within it what keeps its scores.

    Each reads at most `limit` subwords and ends before the last paragraph that it cannot hold whole.
    Only a paragraph longer than a window is cut: there windows share about `overlap` subwords, and
    the join is in the middle of them (the twin, which knows sentences, takes one's beginning).
    """
    ends = np.append(encoded.first[1:], len(encoded.ids))
    count, paragraph = len(encoded.first), encoded.paragraph

    def furthest(start):
        stop = start + 1
        while stop < count and ends[stop] - encoded.first[start] <= limit:
            stop += 1
        return stop

    ranges, start, kept = [], 0, 0
    while start < count:
        stop = furthest(start)
        if stop == count:
            ranges.append(((start, stop), (kept, stop)))
            break
        cut = stop
        while cut > start and paragraph[cut] == paragraph[cut - 1]:
            cut -= 1
        whole = cut > kept and paragraph[furthest(cut) - 1] > paragraph[cut]
        if cut > kept and (cut > start + (stop - start) // 2 or whole):
            ranges.append(((start, cut), (kept, cut)))
            start = kept = cut
            continue
        following = stop
        while following > max(start + 1, cut) and encoded.first[stop] - encoded.first[following - 1] <= overlap:
            following -= 1
        join = max((max(following, kept + 1) + stop) // 2, kept + 1)
        ranges.append(((start, stop), (kept, join)))
        start, kept = following, join
    return ranges


def _stop(encoded, ends, start, limit, least):
    """Where a window for training that begins at unit `start` ends: at `limit` subwords, or at a
    paragraph that begins in it beyond one part in `least`."""
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


def merge(ranges, results):
    """One row a unit, each from the window that keeps it."""
    return np.concatenate([rows[low - start : high - start] for ((start, _), (low, high)), rows in zip(ranges, results)])
