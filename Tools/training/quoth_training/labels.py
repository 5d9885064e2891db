"""Gold attributions as labels over units: role tags, and which unit belongs to which."""

import numpy as np

from .polnear import ROLES

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


def of(encoded, attributions):
    """Returns tags (units,), and for each unit its span number as source, cue and content.

    `cue_of[u]`: number of the attribution whose content holds unit u, or -1.
    `cue_at[u]`: number of the attribution whose cue holds unit u, or -1.
    `source_at[u]`: set of attributions whose source holds unit u.
    """
    count = len(encoded.units)
    tags = np.zeros(count, np.int64)
    cue_of = np.full(count, -1, np.int64)
    cue_at = np.full(count, -1, np.int64)
    source_at = [[] for _ in range(count)]
    starts, ends = encoded.units[:, 0], encoded.units[:, 1]
    for number, attribution in enumerate(attributions):
        for role in ("content", "source", "cue"):
            begin = TAGS.index("B-" + role)
            for start, end in attribution[role]:
                low = int(np.searchsorted(ends, start, "right"))
                high = int(np.searchsorted(starts, end, "left"))
                for unit in range(low, high):
                    tags[unit] = begin + (unit > low)
                    if role == "content":
                        cue_of[unit] = number
                    elif role == "cue":
                        cue_at[unit] = number
                    else:
                        source_at[unit].append(number)
    return tags, cue_of, cue_at, source_at


assert ROLES == ("source", "cue", "content")
