"""Tokens set together again as running text, each with its span, and places found by their words."""

import re

_SAID = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_CLOSERS = re.compile(r"^(?:[,.;!?%)\]}…”]+|\.{2,}|'{2})$")
_OPENERS = frozenset(("(", "[", "{", "“", "‘", "$", "£", "€", "US$", "C$", "A$", "HK$", "``", "`", "#", "@"))
_CLITIC = re.compile(r"^(?:['’](?:s|re|ve|ll|d|m|t|em)|n['’]t|['’]s['’])$", re.I)
_PARTS = frozenset(("s", "t", "re", "ve", "ll", "d", "m"))
_SECOND = {("can", "not"), ("gon", "na"), ("got", "ta"), ("wan", "na"), ("lem", "me"), ("gim", "me")}


def detokenise(tokens, hyphens="apart", quoted=False):
    """The text of one sentence or paragraph, and the span of each token in it.

    `hyphens`: "apart" leaves a token `-` or `/` between blanks as it is; "join" sets it against its
    neighbours, for corpora whose tokeniser has cut words and numbers at every mark.
    `quoted`: whether a quotation goes on from the sentence before.
    """
    marks = _marks(tokens, quoted)
    tokens = [_SAID.get(token.upper(), token) for token in tokens]
    text, spans = "", []
    for index, token in enumerate(tokens):
        if text and _apart(tokens, index, marks, hyphens == "join"):
            text += " "
        start = len(text)
        text += token
        spans.append((start, len(text)))
    return text, spans


def still_quoted(tokens, quoted):
    """Whether a quotation is open at the end of a sentence."""
    marks = _marks(tokens, quoted)
    last = [mark for token, mark in zip(tokens, marks) if token in ('"', "``", "''")]
    return last[-1] == "open" if last else quoted


def _marks(tokens, quoted):
    """For each token what it is as a mark of quotation: open, close, apostrophe, or None."""
    marks = [None] * len(tokens)
    inside = {'"': quoted and bool(tokens) and tokens[0] != '"', "'": False}
    for index, token in enumerate(tokens):
        if token in ("``", "`"):
            marks[index], inside['"'] = "open", token == "``" or inside['"']
        elif token == "''":
            marks[index], inside['"'] = "close", False
        elif len(token) > 1 and token.count('"') == 1 and '"' in (token[0], token[-1]):
            inside['"'] = token[0] == '"'
        elif token == "’" or (token == "'" and not inside["'"]):
            marks[index] = _apostrophe(tokens, index)
        elif token in inside and not inside[token] and index and all(t in ".,!?;:'" for t in tokens[index + 1 :]):
            marks[index] = "close"
            continue
        elif token in inside and token == "'" and _is_contraction(tokens, index):
            marks[index] = "apostrophe"
        if token in inside and marks[index] in (None, "open"):
            inside[token] = not inside[token]
            marks[index] = "open" if inside[token] else "close"
    return marks


def _is_contraction(tokens, index):
    before, following = tokens[index - 1] if index else "", tokens[index + 1] if index + 1 < len(tokens) else ""
    return before[-1:].isalnum() and following.lower() in _PARTS


def _apostrophe(tokens, index):
    """What a lone apostrophe is that is not inside single quotation marks."""
    before = tokens[index - 1] if index else ""
    if _is_contraction(tokens, index):
        return "apostrophe"
    if tokens[index] == "’":
        return "close"
    is_plural = before[-1:] in ("s", "S") and before.isalpha()
    return "open" if "'" in tokens[index + 1 :] and not is_plural else "close"


def _apart(tokens, index, marks, joins):
    """Whether a blank stands before the token at `index`."""
    token, before = tokens[index], tokens[index - 1]
    following = tokens[index + 1] if index + 1 < len(tokens) else ""
    earlier = tokens[index - 2] if index > 1 else ""
    if marks[index] in ("close", "apostrophe") or marks[index - 1] == "open" or before in _OPENERS:
        return False
    if marks[index - 1] == "apostrophe" and token.lower() in _PARTS:
        return False
    if _CLOSERS.match(token) or (_CLITIC.match(token) and before[-1:].isalnum()):
        return token in ("...", "..", "…") and before[-1:].isalnum() and following[:1].isalnum()
    if (before.lower(), token.lower()) in _SECOND or token == ":":
        return False
    if before == ":" and token.isdigit() and earlier.isdigit():
        return False
    return not (joins and _joined(earlier, before, token, following))


def _joined(earlier, before, token, following):
    """Whether a tokeniser that cuts everywhere has cut before `token`."""
    if token in ("-", "/"):
        return token == "/" or (before[-1:].isalnum() and following[:1].isalnum())
    if before in ("-", "/"):
        return before == "/" or (earlier[-1:].isalnum() and token[:1].isalnum())
    if before in (".", ":"):
        is_letters = len(earlier) == 1 and len(token) == 1 and earlier.isalpha() and token.isalpha()
        return is_letters or (earlier.isdigit() and token[:1].isdigit())
    return before == "," and earlier.isdigit() and len(earlier) < 4 and token.isdigit() and len(token) == 3


class Builder:
    """A text that grows by sentences of tokens. `paragraph` sentences make a block; None: all make one."""

    def __init__(self, paragraph=None, hyphens="apart"):
        self.text, self.blocks, self.sentences = "", [], []
        self._paragraph, self._hyphens = paragraph, hyphens
        self._in_block, self._quoted = 0, False

    def add(self, tokens, new_block=False):
        """Adds a sentence; returns the spans of its tokens."""
        words, spans = detokenise(tokens, self._hyphens, self._quoted)
        self._quoted = still_quoted(tokens, self._quoted)
        if not words:
            return []
        if not self.blocks or new_block or self._in_block == self._paragraph:
            self.text += "\n\n" if self.blocks else ""
            self.blocks.append((len(self.text), len(self.text)))
            self._in_block = 0
        else:
            self.text += " "
        base = len(self.text)
        self.text += words
        self.blocks[-1] = (self.blocks[-1][0], len(self.text))
        self.sentences.append((base, len(self.text)))
        self._in_block += 1
        return [(base + start, base + end) for start, end in spans]


class Places:
    """Finds strings in a text without regard to white space, and to case when asked."""

    def __init__(self, text, ignoring_case=False):
        self._text = text
        self._at = [index for index, character in enumerate(text) if not character.isspace()]
        self._fold = (lambda s: s.lower() if len(s.lower()) == len(s) else s) if ignoring_case else (lambda s: s)
        self._squeezed = self._fold("".join(text[index] for index in self._at))

    def all(self, words):
        """Spans of whole words where `words` stands."""
        wanted = self._fold("".join(words.split()))
        found, start = [], self._squeezed.find(wanted) if wanted else -1
        while start >= 0:
            low, high = self._at[start], self._at[start + len(wanted) - 1] + 1
            if self._is_whole(low, high):
                found.append((low, high))
            start = self._squeezed.find(wanted, start + 1)
        return found

    def nearest(self, words, position):
        """The span where `words` stands nearest to `position`, or None."""
        return min(self.all(words), key=lambda span: abs(span[0] - position), default=None)

    def _is_whole(self, low, high):
        text = self._text
        cut_before = low > 0 and text[low - 1].isalnum() and text[low].isalnum()
        cut_after = high < len(text) and text[high].isalnum() and text[high - 1].isalnum()
        return not (cut_before or cut_after)


_TITLE = re.compile(r"^(?:[A-Z]|Mr|Mrs|Ms|Dr|Lt|Gen|Col|Sen|Rep|Gov|St|Maj|Sgt|No|MR|DR|COL|GEN)\.$")


def sentences(text, start=0, end=None):
    """Spans of sentences, roughly: divided after a full stop before white space and a capital."""
    end = len(text) if end is None else end
    found, low = [], start
    for match in re.finditer(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])", text[start:end]):
        high = start + match.start() + len(match.group().rstrip())
        before = re.search(r"\S+$", text[low:high])
        if before and _TITLE.match(before[0]):
            continue
        found.append((low, high))
        low = start + match.end()
    if text[low:end].strip():
        found.append((low, low + len(text[low:end].rstrip())))
    return found
