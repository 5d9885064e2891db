"""Takes inner outputs of the encoder's feed-forward layers out, and fits the rest to stand in for them.

Layer after layer, the output that is missed least goes first, and the weights of the others take on what they can of it
(the optimal brain surgeon of Hassibi and Stork 1993, on the second moments of what the layer is given; as done layer
by layer by Frantar and Alistarh 2022, arXiv:2208.11580). Each layer sees what the pruned ones before it give. What
remains is trained further by `joint`, with the unpruned reader as `--guide`.

    python -m quoth_training.prune --checkpoint RUN/blended.pt --inner 896 --corpora FOLDER --out RUN/pruned.pt
"""

import argparse
import os

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from . import batches, corpora, features, joint, polnear, train
from .examples import example
from .splits import assert_trainable

DOCUMENTS = {"gum": 25, "conll03": 60, "ewt": 60, "polnear": 60}
DAMPING = 1e-4  # of the mean second moment


def surgery(weight, moments, inner):
    """Which inputs of a linear layer remain, and its weights for them.

    weight: (out, in + 1), the bias last, which always remains; moments: (in + 1, in + 1), the mean of x·xᵀ over inputs x
    with a 1 after them. Returns the numbers of the inputs that remain, in order, and (out, inner + 1) weights with which
    the outputs have the least squared error. Time grows as in³.
    """
    weight, count = weight.double().clone(), len(moments)
    damping = DAMPING * moments.diagonal()[:-1].mean()
    inverse = torch.linalg.inv(moments.double() + damping * torch.eye(count, dtype=torch.float64))
    live = torch.ones(count, dtype=torch.bool)
    for _ in range(count - 1 - inner):
        error = (weight**2).sum(0) / inverse.diagonal()
        error[~live], error[-1] = torch.inf, torch.inf
        least = int(error.argmin())
        column = inverse[:, least].clone()
        weight -= torch.outer(weight[:, least] / column[least], column)
        inverse -= torch.outer(column, column) / column[least]
        live[least] = False
        weight[:, least], inverse[:, least], inverse[least] = 0, 0, 0
        inverse[least, least] = 1
    return live[:-1].nonzero()[:, 0], weight[:, live]


@torch.no_grad()
def prune(encoder, made, inner):
    """Leaves each feed-forward layer of the encoder so many inner outputs, chosen on the batches `made`."""
    seen = {}
    for layer in encoder.layers:
        hook = layer.up.register_forward_hook(lambda *given: seen.update(output=given[2]))
        total = torch.zeros(encoder.inner + 1, encoder.inner + 1, dtype=torch.float64)
        count = 0
        for one in made:
            encoder(one.ids, one.streams, one.mask)
            found = F.pad(F.gelu(seen["output"])[one.mask], (0, 1), value=1.0)
            total += (found.T @ found).double()
            count += len(found)
        hook.remove()
        kept, weight = surgery(torch.cat([layer.down.weight, layer.down.bias[:, None]], 1), total / count, inner)
        layer.up.weight, layer.up.bias = nn.Parameter(layer.up.weight[kept]), nn.Parameter(layer.up.bias[kept])
        layer.down.weight, layer.down.bias = nn.Parameter(weight[:, :-1].float()), nn.Parameter(weight[:, -1].float())
    encoder.inner = inner


def samples(folder, reader, tokenizer, seed=1):
    """Batches of documents of training parts, a document each."""
    generator, parts = np.random.default_rng(seed), []
    for name, count in DOCUMENTS.items():
        found = polnear.read(os.path.join(folder, "polnear", "data", "train")) if name == "polnear" else corpora.read(folder, name)
        found = [found[n] for n in generator.permutation(len(found))[:count]]
        assert_trainable(name, [document.name for document in found])
        if name == "polnear":
            parts += [joint.Alone(features.encode(tokenizer, article.text)) for article in found]
        else:
            parts += [one for document in found if (one := example(document, tokenizer, reader.inventory)) is not None]
    return [batches.assemble([(one, batches.reading_chunks(one))]) for one in parts]


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="quoth_training.prune", description=__doc__)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--inner", type=int, required=True)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args(arguments)
    reader = joint.read_from(options.checkpoint)
    prune(reader.encoder, samples(options.corpora, reader, train.tokenizer()), options.inner)
    torch.save({"average": reader.state_dict(), "labels": reader.inventory.lists}, options.out)


if __name__ == "__main__":
    main()
