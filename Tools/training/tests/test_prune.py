"""What pruning takes out and fits, on made-up layers. Run with `python3 -m unittest discover Tools/training/tests`."""

import sys
import unittest
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quoth_training.prune import surgery  # noqa: E402


class Surgery(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(1)
        self.inputs = torch.cat([torch.randn(500, 12), torch.ones(500, 1)], 1)
        self.weight = torch.randn(4, 13)

    def pruned(self, inner):
        kept, weight = surgery(self.weight, self.inputs.T @ self.inputs / len(self.inputs), inner)
        self.assertEqual(len(kept), inner)
        self.assertEqual(tuple(weight.shape), (4, inner + 1))
        return kept, self.inputs[:, [*kept.tolist(), 12]].double() @ weight.T

    def test_what_others_say_is_taken_out_without_loss(self):
        self.inputs[:, 5] = 0.5 * self.inputs[:, 2] + 1
        self.inputs[:, 9] = self.inputs[:, 3] - self.inputs[:, 7]
        kept, outputs = self.pruned(10)
        self.assertTrue({2, 5} - set(kept.tolist()) and {3, 7, 9} - set(kept.tolist()))
        self.assertLess((outputs - self.inputs @ self.weight.T).abs().max(), 0.01)

    def test_the_rest_is_fitted_as_least_squares_would(self):
        kept, outputs = self.pruned(8)
        given, wanted = self.inputs[:, [*kept.tolist(), 12]], self.inputs @ self.weight.T
        best = given @ torch.linalg.lstsq(given, wanted).solution
        self.assertLess(((outputs - best) ** 2).mean(), 1e-3 * ((wanted - best) ** 2).mean())

    def test_what_weighs_nothing_goes_first(self):
        self.weight[:, [1, 4]] = 0
        self.assertFalse({1, 4} & set(self.pruned(10)[0].tolist()))


if __name__ == "__main__":
    unittest.main()
