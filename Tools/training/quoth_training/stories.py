"""Fits the weights of `StoryWeights.swift`: how likely two reports are on one happening.

    quoth eval stories ECBPLUS WORLD --predictions pairs.jsonl
    python -m quoth_training.stories pairs.jsonl

Each line of the file is a pair of reports of one corpus with the inputs of its score as they were when the later one
came in. Pairs of topics 1 to 30 of ECB+ and of the test world are used, others passed over; of pairs on two
happenings only those near enough that a ledger would compare them. A pair of the test world weighs as much as makes
the whole corpus count 0.3 of ECB+.
"""

import json
import sys

import numpy as np
from scipy.optimize import minimize

from .splits import measured

SHARES = {"ecbplus": 1.0, "world": 0.3}
NEAR = {0: 0.06, 2: 0.1}
"""Which input must be above what: cosine of words, or of names."""
PENALTY = 0.5
TOTAL = 1e5


def pairs(path):
    """Inputs, answers and weights of the pairs that may be trained on."""
    inputs, answers, corpora, counts = [], [], [], dict.fromkeys(SHARES, 0)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            corpus = pair["corpus"]
            if corpus not in SHARES:
                continue
            if corpus == "ecbplus" and (measured(corpus, pair["report"]) or measured(corpus, pair["other"])):
                continue
            counts[corpus] += 1
            if pair["isOne"] or any(pair["inputs"][place] > least for place, least in NEAR.items()):
                inputs.append(pair["inputs"])
                answers.append(pair["isOne"])
                corpora.append(corpus)
    weights = [TOTAL * SHARES[corpus] / counts[corpus] for corpus in corpora]
    return np.array(inputs), np.array(answers, dtype=float), np.array(weights)


def fit(inputs, answers, weights):
    """The bias and what each input counts for: a logistic regression with a penalty on the square of the latter."""
    signs = 2 * answers - 1

    def loss(parameters):
        margins = signs * (parameters[0] + inputs @ parameters[1:])
        slopes = -signs * weights / (1 + np.exp(np.clip(margins, -50, 50)))
        value = weights @ np.logaddexp(0, -margins) + PENALTY * parameters[1:] @ parameters[1:]
        gradient = np.concatenate([[slopes.sum()], inputs.T @ slopes + 2 * PENALTY * parameters[1:]])
        return value, gradient

    return minimize(loss, np.zeros(inputs.shape[1] + 1), jac=True, method="L-BFGS-B").x


def main(path):
    inputs, answers, weights = pairs(path)
    bias, *each = fit(inputs, answers, weights)
    print(f"// {len(answers)} pairs, {int(answers.sum())} on one happening")
    print(f"static let bias = {bias:.2f}")
    print(f"static let each = [{', '.join(f'{weight:.2f}' for weight in each)}]")


if __name__ == "__main__":
    main(sys.argv[1])
