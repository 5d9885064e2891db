"""Batches of documents: windows for the encoder, and words of whole passages for the heads."""

from dataclasses import dataclass

import numpy as np
import torch

from . import features, windows

SUBWORDS = 2048
LIMITS = (126, 126, 126, 254, 30)  # subwords of windows; some as short as a sentence that stands alone


@dataclass
class Passage:
    """A run of one document within a batch: its words stand at `base` and after in the batch."""

    example: object
    first: int  # word of the document
    stop: int
    base: int

    def sentences(self):
        """Ranges of the document's words, of sentences that lie in the passage whole."""
        return [(number, a, b) for number, (a, b) in enumerate(self.example.sentences)
                if self.first <= a and b <= self.stop]


@dataclass
class Batch:
    ids: torch.Tensor
    streams: torch.Tensor
    mask: torch.Tensor
    row: torch.Tensor  # (words,) window of each word
    column: torch.Tensor  # (words,) its subword there
    passages: list
    pools: list  # (row, first column, stop column) of sentences with a teacher's vector
    teacher: list

    def vectors(self, encoder):
        """The encoder's states, and those of the words: (rows, length, width), (words, width)."""
        states = encoder(self.ids, self.streams, self.mask)
        return states, states[self.row, self.column]


def subword_ranges(encoded, ranges):
    """Subwords of ranges of units."""
    ends = np.append(encoded.first[1:], len(encoded.ids))
    return [(int(encoded.first[start]), int(ends[stop - 1])) for start, stop in ranges]


def chunks(example, limit, generator, most=SUBWORDS):
    """Passages of a document that a batch can hold, each a list of windows as subword ranges."""
    cut = subword_ranges(example.encoded, windows.sampled(example.encoded, limit, generator))
    groups, group, size = [], [], 0
    for low, high in cut:
        if group and size + high - low > most:
            groups.append(group)
            group, size = [], 0
        group.append((low, high))
        size += high - low
    return groups + [group]


def reading_chunks(example, limit=126, overlap=16):
    """All windows of a document as the engine reads it: (read, kept) subword ranges."""
    pairs = windows.overlapping(example.encoded, limit, overlap)
    return list(zip(subword_ranges(example.encoded, [a for a, _ in pairs]),
                    subword_ranges(example.encoded, [b for _, b in pairs])))


def assemble(parts):
    """A batch of (example, [(low, high), …]) or, when reading, (example, [((low, high), kept), …])."""
    rows, passages, row_of, column_of, pools, teacher = [], [], [], [], [], []
    base = 0
    for example, cut in parts:
        cut = [part if isinstance(part[0], tuple) else (part, part) for part in cut]
        first = int(np.searchsorted(example.at, cut[0][1][0]))
        stop = int(np.searchsorted(example.at, cut[-1][1][1]))
        passages.append(Passage(example, first, stop, base))
        base += stop - first
        vectors = dict(example.teacher)
        for (low, high), (kept, end) in cut:
            number = len(rows)
            rows.append((example.encoded, low, high))
            a, b = np.searchsorted(example.at, kept), np.searchsorted(example.at, end)
            row_of += [number] * int(b - a)
            column_of += (example.at[a:b] - low + 1).tolist()
            for sentence, vector in vectors.items():
                a, b = example.sentences[sentence]
                inner, outer = int(example.at[a]), int(example.at[b - 1])
                if low <= inner and outer < high:
                    pools.append((number, inner - low + 1, outer - low + 2))
                    teacher.append(vector)
    length = max(high - low for _, low, high in rows) + 2
    ids = torch.zeros(len(rows), length, dtype=torch.long)
    streams = torch.zeros(len(rows), len(features.STREAMS), length, dtype=torch.long)
    mask = torch.zeros(len(rows), length, dtype=torch.bool)
    for n, (encoded, low, high) in enumerate(rows):
        width = high - low
        ids[n, 0], ids[n, width + 1] = features.CLS, features.SEP
        ids[n, 1 : width + 1] = torch.from_numpy(encoded.ids[low:high])
        streams[n, :, 1 : width + 1] = torch.from_numpy(encoded.features[:, low:high])
        mask[n, : width + 2] = True
    return Batch(ids, streams, mask, torch.tensor(row_of), torch.tensor(column_of), passages, pools, teacher)


def epoch(examples, generator, most=SUBWORDS):
    """Shuffled batches of all examples, those of one length of window together so that little is padded."""
    waiting, done = {}, []
    for n in generator.permutation(len(examples)):
        limit = LIMITS[int(generator.integers(len(LIMITS)))]
        for cut in chunks(examples[n], limit, generator, most):
            size = sum(high - low for low, high in cut)
            widest = max(high - low for low, high in cut)
            bucket = min(range(5), key=lambda k: abs((24, 48, 90, 126, 254)[k] - widest))
            group, filled = waiting.get(bucket, ([], 0))
            if group and filled + size > most:
                done.append(group)
                group, filled = [], 0
            waiting[bucket] = (group + [(examples[n], cut)], filled + size)
    done += [group for group, _ in waiting.values()]
    return [done[n] for n in generator.permutation(len(done))]
