"""A report as the encoder sees it: subwords, the units they belong to, and three feature streams.

A *unit* is what BERT's pre-tokenizer makes: a run between white space and punctuation, every
punctuation mark being a unit of its own. Labels and links are read at the first subword of a unit.
The Swift twin is `EncoderInput` in Sources/Stages/Annotation; a parity test holds them together.
"""

import re
from dataclasses import dataclass

import numpy as np

from . import quotations

CASES = ("special", "lower", "initial", "upper", "mixed", "number", "other")
QUOTATIONS = ("outside", "inside", "mark", "single")
PARAGRAPHS = ("special", "first", "within", "last")
STREAMS = {"case": len(CASES), "quotation": len(QUOTATIONS), "paragraph": len(PARAGRAPHS)}

CLS, SEP = 101, 102


@dataclass
class Encoded:
    """Arrays over the subwords of a text, and over its units."""

    ids: np.ndarray  # (subwords,) int64
    features: np.ndarray  # (3, subwords) int64, in the order of STREAMS
    first: np.ndarray  # (units,) index of each unit's first subword
    units: np.ndarray  # (units, 2) code-point offsets
    paragraph: np.ndarray  # (units,) index of the paragraph
    spans: np.ndarray  # (subwords, 2) code-point offsets


def paragraphs(text):
    """Code-point spans of paragraphs: divided by blank lines, or by lines where there are none."""
    divider = r"\n[ \t\r]*\n\s*" if re.search(r"\n[ \t\r]*\n", text.strip()) else r"\n\s*"
    spans, start = [], 0
    for match in re.finditer(divider, text):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip()]


def case_of(word):
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return CASES.index("number") if any(c.isdigit() for c in word) else CASES.index("other")
    upper = sum(c.isupper() for c in letters)
    if not upper:
        return CASES.index("lower")
    if letters[0].isupper() and upper == 1:
        return CASES.index("initial")
    return CASES.index("upper") if upper == len(letters) else CASES.index("mixed")


def encode(tokenizer, text, blocks=None):
    """Encodes a text; `blocks` are its paragraphs' spans, found from blank lines when absent."""
    blocks = blocks if blocks is not None else paragraphs(text)
    ids, case, quotation, place, first, units, paragraph, spans = [], [], [], [], [], [], [], []
    for number, (start, end) in enumerate(blocks):
        block = text[start:end]
        states = quotations.states(block)
        encoding = tokenizer.encode(block, add_special_tokens=False)
        base = len(units)
        words = _units(tokenizer, block)
        owner, word = -1, -1
        for token, (a, b) in zip(encoding.ids, encoding.offsets):
            while word + 1 < len(words) and words[word + 1][0] <= a:
                word += 1
            if word != owner:
                owner = word
                first.append(len(ids))
                units.append((start + words[word][0], start + words[word][1]))
                paragraph.append(number)
            w0, w1 = words[word]
            ids.append(token)
            spans.append((start + a, start + b))
            case.append(case_of(block[w0:w1]))
            quotation.append(states[w0])
            place.append(PARAGRAPHS.index("within"))
        if len(units) > base:
            for unit, name in ((len(units) - 1, "last"), (base, "first")):
                stop = first[unit + 1] if unit + 1 < len(first) else len(ids)
                for at in range(first[unit], stop):
                    place[at] = PARAGRAPHS.index(name)
    return Encoded(
        np.array(ids, np.int64),
        np.array([case, quotation, place], np.int64).reshape(3, len(ids)),
        np.array(first, np.int64),
        np.array(units, np.int64).reshape(len(units), 2),
        np.array(paragraph, np.int64),
        np.array(spans, np.int64).reshape(len(ids), 2),
    )


def _units(tokenizer, block):
    return [span for _, span in tokenizer.pre_tokenizer.pre_tokenize_str(block)]
