"""The weight file: what training hands to the Swift engine.

Layout, all numbers little-endian (``Sources/Engine/WeightFile.swift`` reads it):

    0   8 bytes   magic ``QUOTHWTS``
    8   u32       format version, 1
    12  u32       number of tensors
    16  u64       size of the whole file in bytes
    24  u64 u64   checksum of everything from byte 64 on
    40            zeros up to 64
    64            the table, one entry a tensor:
                  u16 length of the name, u8 type (0 f32, 1 i8), u8 rank, the name in UTF-8,
                  rank times u32 dimension, u64 offset of the data, u64 size of the data in bytes,
                  u32 number of the scale tensor (0xFFFFFFFF for none)
    ...           data of each tensor, each starting at a multiple of 64

A matrix of shape (out, in) or (rows, width) in i8 carries one f32 scale a row in the tensor
``NAME.scale``: the real value is ``scale[row] * q``, q in -127…127. The file is padded to a
multiple of 64 bytes. Matrices outside ``embeddings.`` keep the rule of fours of `quantise`.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

MAGIC = b"QUOTHWTS"
VERSION = 1
HEADER = 64
ALIGNMENT = 64
NO_SCALE = 0xFFFFFFFF
SCALE_SUFFIX = ".scale"
EMBEDDINGS = "embeddings."
F32, I8 = 0, 1


FOURS = ((0, 1, 4, 5), (2, 3, 6, 7))  # columns of eight whose products are added in 16 bits
MOST = 128


def quantise(matrix: np.ndarray, fours: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 by row: the int8 matrix and one f32 scale a row.

    With `fours`, neither those above nor those below zero of any of `FOURS` add up to more than `MOST`. Processors
    without VNNI add their u8 x s8 products in 16 bits: 255 * 128 < 2**15 keeps the sums exact, at about
    half a bit of the weights.
    """
    matrix = np.asarray(matrix, dtype=np.float32)
    if matrix.ndim != 2:
        raise ValueError(f"only matrices are quantised, not rank {matrix.ndim}")
    sizes = np.abs(matrix)
    scale = sizes.max(axis=1) / 127
    if fours:
        scale = np.maximum(scale, greatest_of_fours(matrix) / MOST)
    scale = np.where(scale > 0, scale, 1).astype(np.float32)
    while True:
        rounded = np.clip(np.rint(matrix / scale[:, None]), -127, 127)
        # Rounding may add half a step to each of the four.
        over = greatest_of_fours(rounded) > MOST if fours else np.zeros(len(scale), bool)
        if not over.any():
            return rounded.astype(np.int8), scale
        scale[over] *= np.float32(1.002)


def greatest_of_fours(matrix: np.ndarray) -> np.ndarray:
    """Of each row the greatest sum of what is above zero, or below, in one of `FOURS`."""
    filled = np.pad(matrix, ((0, 0), (0, -matrix.shape[1] % 8))).reshape(len(matrix), -1, 8)
    parts = np.stack([filled[:, :, list(four)] for four in FOURS], 2)
    sums = np.maximum(np.maximum(parts, 0).sum(-1), np.maximum(-parts, 0).sum(-1))
    return sums.reshape(len(matrix), -1).max(1, initial=0)


def dequantise(values: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """The f32 matrix that the engine sees."""
    return values.astype(np.float32) * scale[:, None].astype(np.float32)


def checksum(data: bytes) -> tuple[int, int]:
    """Two sums over 64-bit words, the second weighted by place, both modulo 2**64."""
    words = np.frombuffer(data, dtype="<u8")
    places = np.arange(1, len(words) + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        return int(words.sum(dtype=np.uint64)), int((words * places).sum(dtype=np.uint64))


def write_weights(path: str | Path, tensors: dict[str, np.ndarray], quantised: set[str]) -> int:
    """Writes the tensors, those named in `quantised` as int8 with a scale a row.

    Returns the size of the file in bytes.
    """
    unknown = quantised - tensors.keys()
    if unknown:
        raise ValueError(f"no tensor to quantise: {sorted(unknown)}")
    stored: list[tuple[str, np.ndarray, str | None]] = []
    for name, tensor in tensors.items():
        if name in quantised:
            values, scale = quantise(tensor, fours=not name.startswith(EMBEDDINGS))
            stored.append((name, values, name + SCALE_SUFFIX))
            stored.append((name + SCALE_SUFFIX, scale, None))
        else:
            stored.append((name, np.ascontiguousarray(tensor, dtype=np.float32), None))
    numbers = {name: number for number, (name, _, _) in enumerate(stored)}

    table_size = sum(
        4 + len(name.encode()) + 4 * values.ndim + 8 + 8 + 4 for name, values, _ in stored
    )
    offset = _aligned(HEADER + table_size)
    table, data = bytearray(), bytearray()
    first = offset
    for name, values, scale_name in stored:
        encoded = name.encode()
        kind = I8 if values.dtype == np.int8 else F32
        table += struct.pack("<HBB", len(encoded), kind, values.ndim) + encoded
        table += struct.pack(f"<{values.ndim}I", *values.shape)
        number = NO_SCALE if scale_name is None else numbers[scale_name]
        table += struct.pack("<QQI", first + len(data), values.nbytes, number)
        data += values.tobytes()
        data += bytes(_aligned(len(data)) - len(data))
    body = bytes(table) + bytes(offset - HEADER - len(table)) + bytes(data)
    size = HEADER + len(body)
    header = MAGIC + struct.pack("<IIQQQ", VERSION, len(stored), size, *checksum(body))
    Path(path).write_bytes(header + bytes(HEADER - len(header)) + body)
    return size


def read_weights(path: str | Path) -> dict[str, np.ndarray]:
    """The tensors of a weight file in f32, int8 ones dequantised; scale tensors left out."""
    data = Path(path).read_bytes()
    if data[:8] != MAGIC:
        raise ValueError(f"{path} is not a weight file")
    version, count, size, low, high = struct.unpack_from("<IIQQQ", data, 8)
    if version != VERSION:
        raise ValueError(f"{path} has format {version}, not {VERSION}")
    if size != len(data) or checksum(data[HEADER:]) != (low, high):
        raise ValueError(f"{path} is damaged")
    entries, at = [], HEADER
    for _ in range(count):
        length, kind, rank = struct.unpack_from("<HBB", data, at)
        name = data[at + 4 : at + 4 + length].decode()
        at += 4 + length
        shape = struct.unpack_from(f"<{rank}I", data, at)
        at += 4 * rank
        offset, bytes_, scale = struct.unpack_from("<QQI", data, at)
        at += 20
        kind_ = np.int8 if kind == I8 else np.dtype("<f4")
        values = np.frombuffer(data[offset : offset + bytes_], dtype=kind_).reshape(shape)
        entries.append((name, values, scale))
    return {
        name: values if scale == NO_SCALE and values.dtype != np.int8
        else dequantise(values, entries[scale][1])
        for name, values, scale in entries
        if not name.endswith(SCALE_SUFFIX)
    }


@dataclass
class Shape:
    """The encoder's dimensions, as ``manifest.json`` gives them under ``encoder``."""

    layers: int
    width: int
    attention_heads: int
    inner: int
    positions: int


def write_manifest(
    path: str | Path,
    *,
    name: str,
    version: str,
    shape: Shape,
    features: list[dict],
    heads: list[dict],
    lower_case: bool = True,
    **more: object,
) -> None:
    """Writes ``manifest.json``.

    Each of `features` is ``{"name", "classes"}``, in the order of ``Window.features``. Each of
    `heads` is ``{"name", "hidden", "output", "labels"}``; hidden 0 means one linear layer. One with ``inputs``
    reads so many columns of something else than the encoder's states.
    Further keys (sources, scores, digests) are kept as given.
    """
    manifest = {
        "name": name,
        "version": version,
        "format": VERSION,
        "encoder": vars(shape),
        "features": features,
        "heads": heads,
        "lower_case": lower_case,
        **more,
    }
    Path(path).write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")


def _aligned(count: int) -> int:
    return (count + ALIGNMENT - 1) // ALIGNMENT * ALIGNMENT
