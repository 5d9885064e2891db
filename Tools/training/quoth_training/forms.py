"""What the coreference head knows of words beside their vectors: a class, and in what two words agree.

The Swift twin is `WordForms` in Sources/Stages/Entity.
"""

import numpy as np

PRONOUNS = (
    ("i", "me", "my", "mine", "myself"),
    ("we", "us", "our", "ours", "ourselves"),
    ("you", "your", "yours", "yourself", "yourselves"),
    ("he", "him", "his", "himself"),
    ("she", "her", "hers", "herself"),
    ("it", "its", "itself"),
    ("they", "them", "their", "theirs", "themselves", "themself"),
    ("this", "that", "these", "those"),
    ("who", "whom", "whose", "which"),
)
CLASS_OF = {word: number + 1 for number, words in enumerate(PRONOUNS) for word in words}
PROPER, NUMBER = 10, 11


def classes(words):
    """The class of each word of a document: 0 common, 1-9 the pronouns, 10 capitalised and never seen in
    lower case, 11 without letters."""
    small = {word for word in words if word[:1].islower()}
    out = []
    for word in words:
        lower = word.lower()
        if lower in CLASS_OF and (word != "US"):
            out.append(CLASS_OF[lower])
        elif not any(c.isalpha() for c in word):
            out.append(NUMBER)
        elif word[0].isupper() and lower not in small:
            out.append(PROPER)
        else:
            out.append(0)
    return np.array(out, np.int64)


def runs(kinds, sentence_of):
    """For each word the range of capitalised words around it; a word that is none stands alone."""
    out, start = [(n, n + 1) for n in range(len(kinds))], 0
    while start < len(kinds):
        stop = start + 1
        if kinds[start] == PROPER:
            while stop < len(kinds) and kinds[stop] == PROPER and sentence_of[stop] == sentence_of[start]:
                stop += 1
            for n in range(start, stop):
                out[n] = (start, stop)
        start = stop
    return out


def agreement(words, kinds, around, quoted, mentions):
    """(mentions, mentions, 6): same form, same run, same last word of capitalised runs, a word shared by
    them, one the initials of the other, same side of quotation marks."""
    size = len(mentions)
    lower = [words[m].lower() for m in mentions]
    inner = [tuple(w.lower() for w in words[around[m][0] : around[m][1]]) for m in mentions]
    proper = np.array([kinds[m] == PROPER for m in mentions], bool)
    out = np.zeros((size, size, 6), np.float32)

    def number(values):
        ids = {}
        return np.array([ids.setdefault(value, len(ids)) for value in values], np.int64)

    same = lambda values: values[:, None] == values[None, :]  # noqa: E731
    both = proper[:, None] & proper[None, :]
    out[..., 0] = same(number(lower))
    out[..., 1] = same(number(inner)) & both
    out[..., 2] = same(number([run[-1] for run in inner])) & both
    initials = ["".join(w[0] for w in run) for run in inner]
    short = [run[0].replace(".", "") if len(run) == 1 else "" for run in inner]
    sets = [set(run) for run in inner]
    at = np.flatnonzero(proper)
    for a in at:
        for b in at:
            if a < b:
                shares = bool(sets[a] & sets[b])
                acronym = (len(short[a]) > 1 and short[a] == initials[b]) or (len(short[b]) > 1 and short[b] == initials[a])
                out[a, b, 3] = out[b, a, 3] = shares
                out[a, b, 4] = out[b, a, 4] = acronym
    out[..., 5] = same(np.array([quoted[m] for m in mentions], np.int64))
    return out
