"""Other typography for the same words, so that marks and letter case are not learned by outlet.

Every change replaces one character by one, so that offsets of annotations stay true.
"""

from . import features, quotations

STYLES = {"straight": '""', "curly": "“”", "single": "‘’", "typewriter": "''", "guillemets": "«»", "low-high": "„“"}
_MARKS = "\"“”„«»"


def restyled(text, generator):
    """The text in another house's typography, two times in ten; otherwise as it is."""
    draw = generator.random()
    if draw < 0.15:
        return _quotation_style(text, tuple(STYLES.values())[int(generator.integers(len(STYLES)))])
    if draw < 0.2:
        return _headline_capitals(text)
    return text


def _quotation_style(text, marks):
    out = list(text)
    for start, end in features.paragraphs(text):
        states, opened = quotations.states(text[start:end]), False
        for at in range(start, end):
            if text[at] in _MARKS and states[at - start] == quotations.MARK:
                out[at] = marks[opened]
                opened = not opened
    return "".join(out)


def _headline_capitals(text):
    """Capitals at the head of every word of the first paragraph."""
    blocks = features.paragraphs(text)
    if not blocks:
        return text
    start, end = blocks[0]
    return text[:start] + "".join(
        c.upper() if (i == 0 or text[start + i - 1].isspace()) and len(c.upper()) == 1 else c
        for i, c in enumerate(text[start:end])
    ) + text[end:]
