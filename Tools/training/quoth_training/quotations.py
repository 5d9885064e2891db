"""Quotation marks: which characters stand inside them.

The same rules as `QuotationState` in Sources/Stages/Annotation; a parity test holds them together.
One paragraph at a time. A mark left open runs to the paragraph's end.
"""

OUTSIDE, INSIDE, MARK, INSIDE_SINGLE = 0, 1, 2, 3

_OPENING = "“„«"
_CLOSING = "”»"
_SINGLE_OPENING = "‘'‚‹"
_SINGLE_CLOSING = "’'›"


def states(paragraph):
    """One of OUTSIDE, INSIDE, MARK, INSIDE_SINGLE for each character of a paragraph."""
    out = [OUTSIDE] * len(paragraph)
    opened = ""  # the mark that opened the quotation
    index = 0
    while index < len(paragraph):
        character = paragraph[index]
        pair = paragraph[index : index + 2]
        width = 2 if pair in ("``", "''") else 1
        closes = character in _CLOSING or opened == "„" and character == "“"
        opens = not closes and (pair == "``" or character in _OPENING)
        if pair == "''" or character == '"':
            opens, closes = not opened, bool(opened)
        if opens or closes:
            for at in range(index, index + width):
                out[at] = MARK
            opened = character if opens else ""
            index += width
            continue
        if opened:
            out[index] = INSIDE
        index += 1
    _mark_singles(paragraph, out)
    return out


def _mark_singles(paragraph, out):
    """Marks quotations in single marks that stand outside double ones, British style."""
    index = 0
    while index < len(paragraph):
        if out[index] == OUTSIDE and paragraph[index] in _SINGLE_OPENING and _begins(paragraph, index):
            end = next(
                (
                    at
                    for at in range(index + 2, len(paragraph))
                    if out[at] == OUTSIDE and paragraph[at] in _SINGLE_CLOSING and _ends(paragraph, at)
                ),
                None,
            )
            if end is not None:
                out[index] = out[end] = MARK
                for at in range(index + 1, end):
                    if out[at] == OUTSIDE:
                        out[at] = INSIDE_SINGLE
                index = end
        index += 1


def _begins(paragraph, index):
    before = paragraph[index - 1] if index else " "
    after = paragraph[index + 1] if index + 1 < len(paragraph) else " "
    return not before.isalnum() and not after.isspace()


def _ends(paragraph, index):
    before = paragraph[index - 1]
    after = paragraph[index + 1] if index + 1 < len(paragraph) else " "
    return not before.isspace() and not after.isalnum()
