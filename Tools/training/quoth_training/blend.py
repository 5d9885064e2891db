"""Between two models: the mean of a run's weights and of those it began with, then the head of sentence beginnings
once more on the encoder that comes out.

What a run has learned stays, what it had forgotten comes back (Wortsman et al. 2022, arXiv:2109.01903). Heads that are
new in the run are taken from it as they are.

    python -m quoth_training.blend --checkpoint RUN/checkpoint.pt --initial Models/english/weights.bin \\
        --share 0.7 --corpora FOLDER --out RUN/blended.pt
"""

import argparse

import numpy as np
import torch
import torch.nn.functional as F

from . import corpora, train, understanding
from .examples import example
from .joint import begun_with, read_from
from .weights import read_weights


def blended(reader, initial, share, new=()):
    """The reader with `share` of its own weights and the rest from a weight file or checkpoint, but for layers whose names
    begin with one of `new`."""
    older = begun_with(initial, reader.inventory).state_dict()
    state = reader.state_dict()
    for name, value in state.items():
        if value.is_floating_point() and not name.startswith(tuple(new)):
            state[name] = share * value + (1 - share) * older[name]
    reader.load_state_dict(state)
    return reader


def refit_starts(reader, documents, tokenizer, rounds=300):
    """Fits the head of sentence beginnings to the words after marks, which is where it is asked."""
    found, begins = [], []
    for document in documents:
        one = example(document, tokenizer, reader.inventory)
        if one is None:
            continue
        marks = np.array([not any(c.isalnum() for c in form) for form in one.forms])
        asked = np.flatnonzero(~marks[1:] & marks[:-1]) + 1
        found.append(understanding.vectors(reader, one)[asked])
        begins.append(torch.from_numpy(one.sentence_of[asked] != one.sentence_of[asked - 1]).float())
    found, begins = torch.cat(found), torch.cat(begins)
    head = reader.heads.starts
    optimiser = torch.optim.AdamW(head.parameters(), lr=1e-2, weight_decay=1e-3)
    for _ in range(rounds):
        loss = F.binary_cross_entropy_with_logits(head(found)[:, 0], begins)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    right = ((head(found)[:, 0] > 0) == (begins > 0)).float().mean()
    print(f"{len(begins)} words after marks, {int(begins.sum())} begin a sentence; {100 * float(right):.1f} % told right")


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="quoth_training.blend", description=__doc__)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--initial", required=True)
    parser.add_argument("--share", type=float, default=0.7)
    parser.add_argument("--new", nargs="*", default=[], help="beginnings of names of layers that the file lacks")
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args(arguments)
    reader = read_from(options.checkpoint)
    if options.initial.endswith(".bin") and "heads.names.output.weight" not in read_weights(options.initial):
        raise SystemExit(f"{options.initial} has no heads beside attribution")
    blended(reader, options.initial, options.share, options.new)
    refit_starts(reader, [d for name in ("gum", "ewt") for d in corpora.read(options.corpora, name)], train.tokenizer())
    torch.save({"average": reader.state_dict(), "labels": reader.inventory.lists}, options.out)


if __name__ == "__main__":
    main()
