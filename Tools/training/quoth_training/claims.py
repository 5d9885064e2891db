"""Fits the weights of ClaimScore.swift to the pairs of a test world.

    quoth add --ledger world.sqlite Tests/WorldTests/World
    python -m quoth_training.claims world.sqlite Tests/WorldTests/World

Reads the sketches of statements that the ledger keeps and the gold of the world, computes what ClaimScore weighs for each
pair of one happening, and fits a logistic model. Prints average precision and the best F1 of pairs, each happening scored by
weights of the others, and the weights of all. A pair of which only one statement stands in the gold counts little: gold
tells every statement of its claims, but no others.
"""

import argparse
import collections
import itertools
import json
import math
import pathlib
import sqlite3
import struct

import numpy

NAMES = ["meaning", "meaning above 0.6", "shared words of the shorter", "weight of shared words", "one predicate",
         "one type", "names apart", "one actor", "one number", "numbers apart", "one time", "opposite polarity"]
UNKNOWN = 0.15
LEAST_OVERLAP = 0.3


class Sketch:
    """A statement's sketch, as SketchBytes.swift writes it."""

    def __init__(self, data):
        self.data, self.place = data, 0
        if self.byte() != 1:
            raise ValueError("a sketch of another version")
        self.words, self.names, self.predicates = self.terms(), self.terms(), self.terms()
        self.types = self.number()
        self.actors, self.recipients = self.terms(), self.terms()
        self.figures = [(struct.unpack("<d", struct.pack("<q", self.number()))[0], self.number())
                        for _ in range(self.byte())]
        self.first, self.last, _ = self.number(), self.number(), self.number()
        grade = self.byte()
        self.degree, self.negative = grade // 2, grade % 2 == 1
        self.byte()
        count = self.number()
        vector = numpy.frombuffer(data, dtype=numpy.int8, count=count, offset=self.place).astype(float)
        self.meaning = vector / (numpy.linalg.norm(vector) or 1)

    def byte(self):
        self.place += 1
        return self.data[self.place - 1]

    def number(self):
        self.place += 8
        return struct.unpack_from("<q", self.data, self.place - 8)[0]

    def terms(self):
        return {self.number() for _ in range(self.byte())}


def signs(one, other, weight):
    meaning = float(one.meaning @ other.meaning)
    shared = sum(map(weight, one.words & other.words))
    least = min(sum(map(weight, one.words)), sum(map(weight, other.words)))
    same = differs = False
    for (value, unit), (another, its) in itertools.product(one.figures, other.figures):
        if unit == its:
            near = abs(value - another) <= 0.005 * max(abs(value), abs(another))
            same, differs = same or near, differs or not near
    named = bool(one.names & other.names)
    open_end = -2**63
    timed = open_end not in (one.first, one.last, other.first, other.last)
    opposite = one.degree and other.degree and one.negative != other.negative
    return [meaning, max(0, meaning - 0.6), shared / least if least else 0, min(shared, 20),
            bool(one.predicates & other.predicates), bool(one.types & other.types),
            not named and bool(one.names) and bool(other.names), bool(one.actors & other.actors),
            same, differs and not same,
            timed and one.first <= other.last and other.first <= one.last, bool(opposite)]


def claims_of(ledger, folder):
    """Statements of each happening with their sketches, and the claims that each is of."""
    texts = {}
    happenings = collections.defaultdict(list)
    for report, file, text in ledger.execute("SELECT report, file, text FROM reports"):
        happening, name = pathlib.Path(file).parts[-2:]
        texts[report] = text
        happenings[happening].append((report, name[:-3]))
    spans = collections.defaultdict(list)
    sketches = {}
    for key, report, columns, sketch in ledger.execute("SELECT statement, report, spans, sketch FROM statements"):
        covered = {place for start, end in json.loads(columns) for place in range(start, end)}
        spans[report].append((key, covered))
        sketches[key] = Sketch(sketch)
    labels = collections.defaultdict(set)
    for happening, reports in happenings.items():
        gold = json.loads((folder / happening / "gold.json").read_text(encoding="utf-8"))
        numbers = {name: report for report, name in reports}
        for claim, statement in ((c["claim"], s) for c in gold["claims"] for s in c["statements"]):
            report = numbers[statement["report"]]
            start = texts[report].find(statement["text"])
            told = set(range(start, start + len(statement["text"])))
            overlap, key = max(((len(told & own) / len(told | own), key) for key, own in spans[report]), default=(0, 0))
            if start >= 0 and overlap >= LEAST_OVERLAP:
                labels[key].add((happening, claim))
    members = {happening: [key for report, _ in reports for key, _ in spans[report]]
               for happening, reports in happenings.items()}
    return members, sketches, labels


def fit(inputs, targets, weights, penalty=1.0, rounds=30):
    """Newton's method for logistic regression with a squared penalty; the bias comes last."""
    inputs = numpy.column_stack([inputs, numpy.ones(len(inputs))])
    ridge = numpy.full(inputs.shape[1], penalty)
    ridge[-1] = 0
    solution = numpy.zeros(inputs.shape[1])
    for _ in range(rounds):
        likely = 1 / (1 + numpy.exp(-inputs @ solution))
        slope = inputs.T @ (weights * (targets - likely)) - ridge * solution
        curve = (inputs * (weights * likely * (1 - likely))[:, None]).T @ inputs + numpy.diag(ridge)
        step = numpy.linalg.solve(curve, slope)
        solution += step
        if abs(step).max() < 1e-6:
            break
    return solution


def figures(scores, targets):
    order = numpy.argsort(-scores, kind="stable")
    right = numpy.cumsum(targets[order])
    precision = right / numpy.arange(1, len(order) + 1)
    recall = right / max(targets.sum(), 1)
    average = (precision * targets[order]).sum() / max(targets.sum(), 1)
    return average, (2 * precision * recall / numpy.maximum(precision + recall, 1e-9)).max()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ledger")
    parser.add_argument("world", type=pathlib.Path)
    arguments = parser.parse_args()
    ledger = sqlite3.connect(arguments.ledger)
    members, sketches, labels = claims_of(ledger, arguments.world)
    frequencies = dict(ledger.execute("SELECT term, reports FROM terms"))
    count = ledger.execute("SELECT count(*) FROM reports").fetchone()[0]

    def weight(term):  # TermWeights.swift
        return math.log((count + 101) / (frequencies.get(term, 0) + 2.5))

    inputs, targets, weights, homes = [], [], [], []
    for happening, keys in sorted(members.items()):
        for one, other in itertools.combinations(keys, 2):
            if not labels[one] and not labels[other]:
                continue
            inputs.append(signs(sketches[one], sketches[other], weight))
            targets.append(bool(labels[one] & labels[other]))
            weights.append(1 if labels[one] and labels[other] else UNKNOWN)
            homes.append(happening)
    inputs, targets = numpy.array(inputs, dtype=float), numpy.array(targets, dtype=float)
    weights, homes = numpy.array(weights), numpy.array(homes)
    scores = numpy.zeros(len(targets))
    for happening in sorted(members):
        own = homes == happening
        solution = fit(inputs[~own], targets[~own], weights[~own])
        scores[own] = numpy.column_stack([inputs[own], numpy.ones(own.sum())]) @ solution
    known = weights == 1
    average, f1 = figures(scores[known], targets[known])
    print(f"{known.sum()} pairs of gold statements, {int(targets.sum())} of one claim: "
          f"average precision {average:.3f}, best F1 {f1:.3f}")
    solution = fit(inputs, targets, weights)
    for name, value in zip(NAMES + ["bias"], solution):
        print(f"{value:6.2f}  {name}")


if __name__ == "__main__":
    main()
