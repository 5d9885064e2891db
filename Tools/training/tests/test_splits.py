"""Training never reads what is measured. Run with `python3 -m unittest discover Tools/training/tests`."""

import ast
import hashlib
import sys
import tempfile
import unittest
from pathlib import Path

TRAINING = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TRAINING))

from quoth_training import splits  # noqa: E402

COUNTS = {"polnear": 84, "gum": 30, "ewt": 318, "conll03": 1, "tempeval3": 65}


class Lists(unittest.TestCase):
    def test_every_line_of_a_list_is_measured(self):
        for path in splits.FOLDER.glob("*.txt"):
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.startswith("#") or line.endswith("@fifth"):
                    continue
                name = line[:-1] + "anything" if line.endswith("*") else line
                self.assertTrue(splits.measured(path.stem, name), f"{path.stem}: {line}")

    def test_lists_are_as_long_as_the_parts_they_name(self):
        for corpus, count in COUNTS.items():
            self.assertEqual(len(splits.split(corpus).names), count, corpus)

    def test_whole_topics_and_whole_corpora_are_measured(self):
        self.assertTrue(splits.measured("ecbplus", "31/31_1ecb"))
        self.assertFalse(splits.measured("ecbplus", "30/30_1ecb"))
        self.assertFalse(splits.measured("ecbplus", "3/31_1ecb"))
        self.assertTrue(splits.measured("basil", "2010/1_nyt"))
        self.assertTrue(splits.measured("factuality", "UW/dev/1"))
        self.assertFalse(splits.measured("factuality", "MV2/all/1"))

    def test_the_fifth_is_decided_by_the_digest_of_the_name(self):
        names = [f"Saltport dispute {n}" for n in range(200)]
        for name in names:
            fifth = int.from_bytes(hashlib.sha256(name.encode()).digest(), "big") % 5 == 0
            self.assertEqual(splits.measured("claimdiff", name), fifth)
            self.assertEqual(splits.measured("plover", "PLV_train/" + name), fifth)
            self.assertFalse(splits.measured("plover", "ngec/" + name))


class Guard(unittest.TestCase):
    def test_a_training_list_with_a_measured_name_is_refused(self):
        measured = sorted(splits.split("polnear").names)[0]
        with self.assertRaises(splits.MeasuredData) as refused:
            splits.assert_trainable("polnear", ["harbour-herald_2026-03-04_bridge", measured])
        self.assertIn(measured, str(refused.exception))
        self.assertNotIn("harbour-herald", str(refused.exception))

    def test_a_training_list_without_measured_names_passes(self):
        splits.assert_trainable("polnear", ["harbour-herald_2026-03-04_bridge"])
        splits.assert_trainable("re3d", ["anything"])

    def test_a_corpus_without_a_list_is_refused(self):
        with self.assertRaises(splits.UnknownCorpus):
            splits.assert_trainable("polnaer", ["harbour-herald_2026-03-04_bridge"])

    def test_lists_elsewhere_are_read_the_same_way(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "herald.txt").write_text("# Articles.\nbridge\nport/*\n", encoding="utf-8")
            self.assertTrue(splits.measured("herald", "bridge", folder))
            self.assertTrue(splits.measured("herald", "port/1", folder))
            self.assertFalse(splits.measured("herald", "bridges", folder))

    def test_every_script_that_opens_a_training_part_asks_first(self):
        for path in (TRAINING / "quoth_training").rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            words = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
            calls = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
            if "train" in words:
                self.assertIn("assert_trainable", calls, path.name)


if __name__ == "__main__":
    unittest.main()
