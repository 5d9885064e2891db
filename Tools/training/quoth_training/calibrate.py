"""How far to trust an attribution: a logistic model over its evidence, fitted on held-back articles.

Platt (1999) with three inputs, the log-odds of the evidence that `decode` gives.
"""

import numpy as np


def log_odds(evidence):
    clipped = np.clip(np.asarray(evidence, np.float64), 1e-4, 1 - 1e-4)
    return np.log(clipped) - np.log1p(-clipped)


def fit(evidence, right, ridge=1.0, rounds=50):
    """Weights (4,): of the three log-odds, then the constant. Newton's method with a small ridge."""
    inputs = np.hstack([log_odds(evidence), np.ones((len(right), 1))])
    weights = np.zeros(inputs.shape[1])
    target = np.asarray(right, np.float64)
    for _ in range(rounds):
        predicted = 1 / (1 + np.exp(-inputs @ weights))
        gradient = inputs.T @ (predicted - target) + ridge * weights
        curvature = (inputs * (predicted * (1 - predicted))[:, None]).T @ inputs + ridge * np.eye(len(weights))
        weights -= np.linalg.solve(curvature, gradient)
    return weights


def apply(weights, evidence):
    return 1 / (1 + np.exp(-(log_odds(evidence) @ weights[:3] + weights[3])))


def expected_error(confidence, right, bins=10):
    """Expected calibration error (Naeini et al. 2015): bins of equal width, weighted by size."""
    confidence, right = np.asarray(confidence), np.asarray(right, np.float64)
    at = np.minimum((confidence * bins).astype(int), bins - 1)
    return sum(
        abs(confidence[at == b].mean() - right[at == b].mean()) * (at == b).mean()
        for b in range(bins)
        if (at == b).any()
    )
