"""Trains how likely two mentions are one happening, on ECB+, topics 1 to 30, and writes the weights as Swift.

    python -m quoth_training.happenings --quoth .build/release/quoth --ecbplus corpora/ecbplus

The signs of each pair are those that `quoth eval happenings --predictions` writes, so that they are defined once,
in Sources/Stages/Linking/Happenings/HappeningSigns.swift. Thresholds are compared by five folds over topics.
"""

import argparse
import json
import os
import subprocess
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import numpy
import torch
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import squareform

from .splits import assert_trainable

_ROOT = Path(__file__).resolve().parents[3]
_SWIFT = _ROOT / "Sources/Stages/Linking/Happenings/HappeningWeights.swift"
_TOPICS = range(1, 31)
_FOLDS = 5
_HIDDEN = 16
_EPOCHS = 20
_SEEDS = 3


class Pairs:
    """Mentions with their happenings, and pairs of them with their signs."""

    def __init__(self, lines):
        self.mentions, happenings, numbers, pairs, signs = [], [], {}, [], []
        for line in lines:
            row = json.loads(line)
            if "signs" in row:
                one, other = tuple(row["pair"][:2]), tuple(row["pair"][2:])
                pairs.append((numbers[one], numbers[other]))
                signs.append(row["signs"])
            else:
                numbers[row["report"], row["event"]] = len(self.mentions)
                self.mentions.append(row["document"])
                happenings.append(row["happening"])
        self.pairs = numpy.array(pairs)
        self.signs = numpy.array(signs, dtype=numpy.float32)
        self.happenings = numpy.unique(happenings, return_inverse=True)[1]
        self.topics = numpy.array([int(name.split("/")[0]) for name in self.mentions])
        self.same = (self.happenings[self.pairs[:, 0]] == self.happenings[self.pairs[:, 1]]).astype(numpy.float32)

    def within(self, topics):
        """Which pairs have both mentions in some topics."""
        held = numpy.isin(self.topics, topics)
        return held[self.pairs[:, 0]] & held[self.pairs[:, 1]]


def read(quoth, ecbplus):
    """Has Quoth read the topics that may be trained on, in place of those that are measured."""
    assert_trainable("ecbplus", [f"{topic}/{topic}_1ecb" for topic in _TOPICS])
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        for name in ("Models", "Lexicons"):
            (data / name).symlink_to(_ROOT / name)
        (data / "Evaluation/splits").mkdir(parents=True)
        (data / "Evaluation/floors.json").write_text("{}")
        (data / "Evaluation/splits/ecbplus.txt").write_text("".join(f"{topic}/*\n" for topic in _TOPICS))
        found = data / "pairs.jsonl"
        subprocess.run(
            [quoth, "eval", "happenings", ecbplus, "--predictions", found],
            check=True, env={**os.environ, "QUOTH_DATA": folder},
        )
        with open(found, encoding="utf-8") as lines:
            return Pairs(lines)


def train(signs, same, seed):
    torch.manual_seed(seed)
    centre, spread = signs.mean(0), signs.std(0) + 1e-6
    inputs, wanted = torch.tensor((signs - centre) / spread), torch.tensor(same)
    net = torch.nn.Sequential(
        torch.nn.Linear(signs.shape[1], _HIDDEN), torch.nn.Softsign(), torch.nn.Linear(_HIDDEN, 1)
    )
    batch = 8192
    steps = _EPOCHS * -(-len(same) // batch)
    optimiser = torch.optim.AdamW(net.parameters(), weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2e-2, total_steps=steps)
    for _ in range(_EPOCHS):
        for rows in torch.randperm(len(same)).split(batch):
            optimiser.zero_grad()
            loss = torch.nn.functional.binary_cross_entropy_with_logits(net(inputs[rows])[:, 0], wanted[rows])
            loss.backward()
            optimiser.step()
            schedule.step()
    first, last = net[0], net[2]
    # The scaling of the inputs goes into the weights.
    hidden = first.weight.detach().numpy() / spread
    constants = first.bias.detach().numpy() - hidden @ centre
    return numpy.column_stack([hidden, constants]), numpy.append(last.weight.detach().numpy()[0], last.bias.item())


def join(networks):
    """One network that gives the mean of several."""
    hidden = numpy.concatenate([hidden for hidden, _ in networks])
    output = numpy.concatenate([output[:-1] for _, output in networks]) / len(networks)
    return hidden, numpy.append(output, numpy.mean([output[-1] for _, output in networks]))


def fit(signs, same):
    return join([train(signs, same, seed) for seed in range(_SEEDS)])


def likelihoods(network, signs):
    hidden, output = network
    values = signs @ hidden[:, :-1].T + hidden[:, -1]
    values = values / (1 + abs(values))
    return 1 / (1 + numpy.exp(-(values @ output[:-1] + output[-1])))


def tree(count, pairs, likely):
    distances = numpy.ones((count, count))
    distances[pairs[:, 0], pairs[:, 1]] = distances[pairs[:, 1], pairs[:, 0]] = 1 - likely
    numpy.fill_diagonal(distances, 0)
    return linkage(squareform(distances, checks=False), "average")


def conll(gold, found):
    """MUC, B3, CEAF-e and their mean, clusters of one kept."""
    overlaps = Counter(zip(gold, found))
    of_gold, of_found = Counter(gold), Counter(found)

    def f1(recall, precision):
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0

    links = sum(overlaps.values()) - len(overlaps)
    muc = f1(links / (len(gold) - len(of_gold)), links / max(len(found) - len(of_found), 1))
    recall = sum(n * n / of_gold[g] for (g, _), n in overlaps.items()) / len(gold)
    precision = sum(n * n / of_found[f] for (_, f), n in overlaps.items()) / len(gold)
    rows, columns = {g: i for i, g in enumerate(of_gold)}, {f: i for i, f in enumerate(of_found)}
    alike = numpy.zeros((len(rows), len(columns)))
    for (g, f), n in overlaps.items():
        alike[rows[g], columns[f]] = 2 * n / (of_gold[g] + of_found[f])
    best = alike[linear_sum_assignment(-alike)].sum()
    figures = [muc, f1(recall, precision), f1(best / len(rows), best / len(columns))]
    return [100 * figure for figure in figures + [sum(figures) / 3]]


def validate(data, thresholds=(0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)):
    """Each fold's topics grouped by a network that has not seen them."""
    topics = numpy.random.default_rng(7).permutation(list(_TOPICS))
    found = {threshold: numpy.empty(len(data.mentions), dtype=object) for threshold in thresholds}
    for fold in range(_FOLDS):
        held = topics[fold::_FOLDS]
        others = data.within(numpy.setdiff1d(topics, held))
        network = fit(data.signs[others], data.same[others])
        own = data.within(held)
        members = numpy.flatnonzero(numpy.isin(data.topics, held))
        place = numpy.full(len(data.mentions), -1)
        place[members] = numpy.arange(len(members))
        grown = tree(len(members), place[data.pairs[own]], likelihoods(network, data.signs[own]))
        for threshold in thresholds:
            for member, group in zip(members, fcluster(grown, 1 - threshold, "distance")):
                found[threshold][member] = (fold, int(group))
    for threshold, groups in found.items():
        figures = conll(list(data.happenings), list(groups))
        print(f"threshold {threshold:.2f}: MUC {figures[0]:.2f} B3 {figures[1]:.2f} "
              f"CEAF-e {figures[2]:.2f} CoNLL {figures[3]:.2f}", flush=True)


def swift(network):
    hidden, output = network

    def row(numbers, indent):
        words, lines = [f"{number:.4f}" for number in numbers], [""]
        for word in words:
            if len(lines[-1]) + len(word) > 90:
                lines.append("")
            lines[-1] += (" " if lines[-1] else "") + word + ","
        return "[\n" + "".join(f"{indent}  {line}\n" for line in lines) + indent + "]"

    rows = "".join(f"      {row(numbers, '      ')},\n" for numbers in hidden)
    return (
        "/// Made by Tools/training/quoth_training/happenings.py; not to be edited by hand.\n"
        "extension HappeningWeights {\n  static let trained = HappeningWeights(\n"
        f"    hidden: [\n{rows}    ],\n    output: {row(output, '    ')})\n}}\n"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quoth", required=True)
    parser.add_argument("--ecbplus", required=True)
    parser.add_argument("--out", type=Path, default=_SWIFT)
    parser.add_argument("--pairs", type=Path, help="read pairs from this file instead of making them")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    if arguments.pairs:
        with open(arguments.pairs, encoding="utf-8") as lines:
            data = Pairs(lines)
    else:
        data = read(arguments.quoth, arguments.ecbplus)
    print(f"{len(data.mentions)} mentions, {len(data.pairs)} pairs, {int(data.same.sum())} of one happening")
    validate(data)
    arguments.out.write_text(swift(fit(data.signs, data.same)))


if __name__ == "__main__":
    main()
