"""Reference activations: what the engine must compute from a weight file.

The encoder is written out here in PyTorch, in f32 or f64, over the *dequantised* tensors of the
file, so the reference differs from the Swift engine by rounding alone. ``reference.bin`` layout,
little-endian:

    0   8 bytes   magic ``QUOTHREF``
    8   u32       number of windows
    12  u32       number of streams of input features
    16  u32       number of activations kept (rows of width, then heads)
    then per window: u32 tokens; i32 ids; for each stream u8 classes, padded to 4 bytes;
    f32 embedding output, f32 last layer's output, then f32 values of each head, all row-major
    (tokens, columns) over every token
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from .weights import read_weights

MAGIC = b"QUOTHREF"
EPSILON = 1e-12


@dataclass
class Window:
    """One window as the engine takes it: ids with [CLS] and [SEP], one class a stream and id."""

    ids: list[int]
    features: list[list[int]]


class Reference:
    """The encoder and heads of one model folder over its dequantised weights."""

    def __init__(self, folder: str | Path, dtype: torch.dtype = torch.float64):
        folder = Path(folder)
        self.manifest = json.loads((folder / "manifest.json").read_text())
        self.heads = [head for head in self.manifest["heads"] if "inputs" not in head]
        self.tensors = {
            name: torch.from_numpy(np.array(values)).to(dtype)
            for name, values in read_weights(folder / "weights.bin").items()
        }

    def embed(self, window: Window) -> torch.Tensor:
        """The input of the first layer: (tokens, width)."""
        ids = torch.tensor(window.ids)
        hidden = self.tensors["embeddings.word"][ids]
        hidden = hidden + self.tensors["embeddings.position"][: len(ids)]
        hidden = hidden + self.tensors["embeddings.type"][0]
        for feature, classes in zip(self.manifest["features"], window.features, strict=True):
            table = self.tensors[f"embeddings.feature.{feature['name']}"]
            hidden = hidden + table[torch.tensor(classes)]
        return self._norm(hidden, "embeddings.norm")

    def encode(self, hidden: torch.Tensor) -> torch.Tensor:
        """All layers over one window: (tokens, width)."""
        encoder = self.manifest["encoder"]
        heads = encoder["attention_heads"]
        tokens, width = hidden.shape
        for layer in range(encoder["layers"]):
            at = f"layers.{layer}"
            query, key, value = (
                self._linear(hidden, f"{at}.{part}").view(tokens, heads, -1).transpose(0, 1)
                for part in ("query", "key", "value")
            )
            scores = query @ key.transpose(1, 2) / (width // heads) ** 0.5
            context = (scores.softmax(-1) @ value).transpose(0, 1).reshape(tokens, width)
            attended = self._linear(context, f"{at}.attention.output")
            hidden = self._norm(hidden + attended, f"{at}.attention.norm")
            upper = functional.gelu(self._linear(hidden, f"{at}.up"))
            hidden = self._norm(hidden + self._linear(upper, f"{at}.down"), f"{at}.norm")
        return hidden

    def scores(self, hidden: torch.Tensor) -> dict[str, torch.Tensor]:
        """Each head that reads the last layer: (tokens, output)."""
        results = {}
        for head in self.heads:
            at, inner = f"heads.{head['name']}", hidden
            if head["hidden"]:
                inner = functional.gelu(self._linear(hidden, f"{at}.hidden"))
            results[head["name"]] = self._linear(inner, f"{at}.output")
        return results

    def _linear(self, values: torch.Tensor, name: str) -> torch.Tensor:
        return functional.linear(
            values, self.tensors[f"{name}.weight"], self.tensors[f"{name}.bias"]
        )

    def _norm(self, values: torch.Tensor, name: str) -> torch.Tensor:
        weight, bias = self.tensors[f"{name}.weight"], self.tensors[f"{name}.bias"]
        return functional.layer_norm(values, weight.shape, weight, bias, EPSILON)


def write_reference(folder: str | Path, windows: list[Window]) -> int:
    """Writes ``reference.bin`` into a model folder and returns its size in bytes."""
    model = Reference(folder)
    streams = len(model.manifest["features"])
    heads = model.heads
    out = bytearray(MAGIC + struct.pack("<III", len(windows), streams, 2 + len(heads)))
    with torch.no_grad():
        for window in windows:
            out += struct.pack("<I", len(window.ids)) + struct.pack(f"<{len(window.ids)}i", *window.ids)
            for classes in window.features:
                out += bytes(classes)
                out += bytes(-len(out) % 4)
            embedded = model.embed(window)
            encoded = model.encode(embedded)
            scores = model.scores(encoded)
            for tensor in (embedded, encoded, *(scores[head["name"]] for head in heads)):
                out += tensor.to(torch.float32).numpy().tobytes()
    Path(folder, "reference.bin").write_bytes(out)
    return len(out)
