"""Writes what the Swift twins are held to: Tests/AnnotationTests/Parity.

    python3 -m quoth_training.parity ../../Tests/AnnotationTests/Parity
"""

import json
import os
import sys

import numpy as np

from . import calibrate, decode, features, quotations
from .labels import TAGS
from .model import DISTANCES, LINK, STEPS

LINES = [
    'Nothing is quoted here, not even the mayor\'s dog.',
    '"We will rebuild," she said. "All of it."',
    '“We will rebuild,” she said. “All of it.”',
    '“This runs on to the next paragraph, she said.',
    "''Typewriter marks,'' he said, ''are still about.''",
    "``Two kinds of them,'' she wrote.",
    "'We won't go,' he said. 'Not now.'",
    "‘We won’t go,’ he said. ‘Not now.’",
    "The workers' union and the '90s band said nothing.",
    "‘The workers’ union agreed,’ he said.",
    '"He said \'go\' and we went," Rey said.',
    "„Wir bleiben“, sagte sie. «Nous restons», dit-il.",
    'An 11" screen and a 5\'10" man stood there.',
    'Café "Zürich" déjà vu — “naïve” — Šárka’s note',
    "“One “inside” another”",
    "", " ", '"', "'", "''", "‘", "a'b'c", "rock 'n' roll", "(“In brackets”)",
]
WORDS = ["norland", "Norland", "NATO", "U", "I", "McRae", "iPhone", "12", "12th", "é", "Éire", "—", "“", "$", "COVID", "x1", "A1", "ÉTÉ"]


class Numbers:
    """The same small random numbers in both languages: Knuth's MMIX generator, top bits."""

    def __init__(self, seed):
        self.state = seed

    def __call__(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return ((self.state >> 40) % 2001 - 1000) / 250


def decoding(units, seed):
    numbers = Numbers(seed)
    draw = lambda *shape: np.array([numbers() for _ in range(int(np.prod(shape)))], np.float32).reshape(shape)  # noqa: E731
    emissions, links = draw(units, len(TAGS)), draw(units, 4 * LINK + 1)
    weights = dict(transitions=draw(len(TAGS), len(TAGS)), start=draw(len(TAGS)), end=draw(len(TAGS)),
                   content_distance=draw(DISTANCES), content_step=draw(STEPS),
                   source_distance=draw(DISTANCES), source_step=draw(STEPS), reach=np.abs(draw(4)))
    paragraph = np.arange(units) // 23
    found = decode.decode(emissions, links, paragraph, weights)
    confidence = draw(4).astype(np.float64)
    return {
        "units": units, "seed": seed,
        "found": [
            {"source": [list(map(int, s)) for s in one["source"]], "cue": [list(map(int, s)) for s in one["cue"]],
             "content": [list(map(int, s)) for s in one["content"]],
             "confidence": float(calibrate.apply(confidence, [one["evidence"]])[0])}
            for one in found
        ],
    }


def main(folder):
    os.makedirs(folder, exist_ok=True)

    def write(name, value):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=1)
            file.write("\n")

    write("quotations.json", [
        {"text": line, "states": "".join(map(str, quotations.states(line)))} for line in LINES
    ])
    write("cases.json", [{"text": word, "case": features.CASES[features.case_of(word)]} for word in WORDS])
    write("decoding.json", [decoding(units, seed) for units, seed in ((1, 1), (60, 7), (300, 11), (700, 5))])


if __name__ == "__main__":
    main(sys.argv[1])
