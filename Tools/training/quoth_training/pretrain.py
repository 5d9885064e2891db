"""Goes on with the encoder's pre-training on news: masked words (Devlin et al. 2019, arXiv:1810.04805).

    python -m quoth_training.pretrain --corpora FOLDER --out encoder.pt

Reads the training part of PolNeAR, no annotation. A masked subword is guessed through a layer of its own and
the frozen word embeddings. `train --initial encoder.pt` begins with the result.
"""

import argparse
import json
import os

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from . import features, polnear, train, windows
from .model import WIDTH, Encoder
from .splits import assert_trainable

MASK, WORDS = 103, 30522


class Guess(nn.Module):
    """The encoder's vectors turned back into the space of the word embeddings."""

    def __init__(self):
        super().__init__()
        self.layer, self.norm, self.bias = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH), nn.Parameter(torch.zeros(WORDS))

    def forward(self, x, words):
        return self.norm(F.gelu(self.layer(x))) @ words.T + self.bias


def masked(ids, live, generator):
    """Which subwords are guessed (15 %), and the input: mask, another subword or itself (8, 1, 1 in ten)."""
    asked = live & (torch.rand(ids.shape, generator=generator) < 0.15)
    draw = torch.rand(ids.shape, generator=generator)
    other = torch.randint(1000, WORDS, ids.shape, generator=generator)
    shown = torch.where(asked & (draw < 0.8), torch.full_like(ids, MASK), ids)
    return asked, torch.where(asked & (draw >= 0.9), other, shown)


def main():
    parser = argparse.ArgumentParser(prog="quoth_training.pretrain", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", required=True, help="folder the corpora were unpacked in")
    parser.add_argument("--out", required=True, help="file for the encoder's weights")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    articles = [a for a in polnear.read(os.path.join(options.corpora, "polnear", "data", "train"))
                if not polnear.held_back(a)]
    assert_trainable("polnear", [article.name for article in articles])
    encoder, words = Encoder(), train.tokenizer()
    encoder.load_minilm(load_file(os.path.join(train.minilm_folder(), "model.safetensors")))
    guess = Guess()
    weights = [p for p in encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": weights, "lr": options.rate},
                                   {"params": guess.parameters(), "lr": 10 * options.rate}], weight_decay=0.01, fused=True)
    rates = [group["lr"] for group in optimiser.param_groups]
    losses = []
    for epoch in range(options.epochs):
        draw = np.random.default_rng([options.seed, epoch])
        noise = torch.Generator().manual_seed(options.seed + epoch)
        examples = []
        for article in articles:
            encoded = features.encode(words, article.text)
            units = len(encoded.units)
            nothing = (np.zeros(units, np.int64), np.full(units, -1), np.full(units, -1), [[]] * units)
            examples += [(encoded, span, *nothing) for span in windows.sampled(encoded, 254, draw)]
        groups = train.batches(examples, draw)
        for number, batch in enumerate(groups):
            done = (epoch + number / len(groups)) / options.epochs
            for target, rate in zip(optimiser.param_groups, rates):
                target["lr"] = rate * min(1.0, number / 50 if epoch == 0 else 1.0) * (1 - done)
            live = batch["mask"] & (batch["ids"] != features.CLS) & (batch["ids"] != features.SEP)
            asked, shown = masked(batch["ids"], live, noise)
            vectors = encoder(shown, batch["streams"], batch["mask"])
            loss = F.cross_entropy(guess(vectors[asked], encoder.word.weight), batch["ids"][asked])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimiser.step()
            losses.append(loss.item())
            if len(losses) % 20 == 0:
                print(json.dumps({"step": len(losses), "loss": round(float(np.mean(losses[-20:])), 3)}), flush=True)
    torch.save(encoder.state_dict(), options.out)


if __name__ == "__main__":
    main()
