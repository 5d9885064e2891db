"""The heads beside attribution, all on the same encoder pass, read at the first subword of each word.

- `syntax.words`: part of speech, English tag, morphological features and lemma script of each word.
- `syntax.arcs`: head and relation (biaffine attention, Dozat and Manning 2017, arXiv:1611.01734, the
  relation by products and sums of both vectors).
- `names`: names by type, one tag a word, from sets that mark different types: a set of allowed tags each;
  `names.elsewhere` scores the same from where else in the document the word stands (after Akbik et al. 2019,
  doi:10.18653/v1/N19-1078).
- `starts`: whether a word begins a sentence.
- `coreference`: mentions by their head word, antecedents between head words (Dobrovolskii 2021,
  arXiv:2109.04127), and the edges of the phrase around each head.
- `certainty`: how certain the holder is of the happening at a word, -3 to 3, one output a corpus.
- `events`: PLOVER's type at a trigger, with pointers to actor and recipient.
- `sentences`: a vector of a sentence, near to what the original MiniLM gives.
"""

import math

import torch
import torch.nn.functional as F
from torch import nn

from .model import DISTANCES, WIDTH, Head, distance_bucket

ARC, RELATION = 128, 128
COREFERENCE, EDGE, POINTER = 64, 32, 32
PAIR = 64  # hidden outputs of the closer look at a pair of mentions
CLOSER = 32  # antecedents of each mention that are looked at more closely, in training

NAME_TYPES = ("person", "organisation", "state", "place", "group", "product", "other", "adjective")
NAME_TAGS = ("O",) + tuple(f"{edge}-{kind}" for kind in NAME_TYPES for edge in "BI")
EVENT_TYPES = ("none", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
               "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
CERTAINTY_SCALES = ("UW", "UDS", "MV")


class Syntax(nn.Module):
    def __init__(self, sizes, relations, dropout=0.2):
        """sizes: numbers of parts of speech, tags, feature bundles and lemma scripts."""
        super().__init__()
        self.sizes = tuple(sizes)
        self.words = Head(0, sum(sizes), dropout)
        self.arcs = Head(WIDTH, 2 * ARC + 1 + 2 * RELATION, dropout)
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        self.relation = nn.Linear(3 * RELATION, relations)
        self.dropout = nn.Dropout(dropout)

    def tags(self, x):
        """Scores of part of speech, tag, features, lemma script; x: (words, width)."""
        return self.words(self.dropout(x)).split(self.sizes, -1)

    def parts(self, x):
        return self.arcs(self.dropout(x)).split([ARC, ARC, 1, RELATION, RELATION], -1)

    def arc_scores(self, dependent, head, bias):
        """(sentences, words, words + 1): each word's scores of every head, the last one being the root.
        dependent, head: (sentences, words, ARC); bias: (sentences, words, 1), of a word as head."""
        steps = torch.arange(dependent.shape[1], device=dependent.device)
        scores = dependent @ head.transpose(1, 2) / math.sqrt(ARC) + bias.transpose(1, 2)
        scores = scores + self.distance[distance_bucket(steps[None, :] - steps[:, None])]
        root = dependent.new_zeros(dependent.shape[0], dependent.shape[1], 1)
        # A word that heads itself hangs on the root.
        own = torch.diagonal(scores, dim1=1, dim2=2)[..., None]
        scores = scores.masked_fill(torch.eye(len(steps), dtype=torch.bool, device=scores.device), -1e4)
        return torch.cat([scores, root + own], -1)

    def relation_scores(self, dependent, head):
        return self.relation(torch.cat([dependent * head, dependent, head], -1))


class Coreference(nn.Module):
    CLASSES = 12  # of words, see `forms`
    SENTENCES = 7  # buckets of distance in sentences
    AGREEMENTS = 6  # of two words' forms, see `forms`

    def __init__(self, dropout=0.2):
        super().__init__()
        self.head = Head(256, 1 + 2 * COREFERENCE + 4 * EDGE, dropout)
        self.pair = Head(PAIR, 1, dropout, inputs=3 * COREFERENCE)
        nn.init.zeros_(self.pair.output.weight)
        nn.init.zeros_(self.pair.output.bias)
        self.classes = nn.Parameter(torch.zeros(self.CLASSES, self.CLASSES))
        self.own = nn.Parameter(torch.zeros(self.CLASSES))
        self.sentences = nn.Parameter(torch.zeros(self.CLASSES, self.SENTENCES))
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        self.agreement = nn.Parameter(torch.zeros(self.CLASSES, self.AGREEMENTS))
        self.edge_distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        """Mention score, antecedent query and key, queries and keys of first and last word."""
        return self.head(self.dropout(x)).split([1, COREFERENCE, COREFERENCE, EDGE, EDGE, EDGE, EDGE], -1)

    def mention(self, score, classes):
        return score[..., 0] + self.own[classes]

    def pairs(self, query, key, mention, classes, places, sentences, agreement):
        """Scores (mentions, mentions) of each with every other as its antecedent. agreement: (m, m, AGREEMENTS)."""
        scores = query @ key.T / math.sqrt(COREFERENCE) + mention[:, None] + mention[None, :]
        scores = scores + self.classes[classes[:, None], classes[None, :]]
        scores = scores + self.distance[distance_bucket(places[None, :] - places[:, None])]
        apart = (sentences[:, None] - sentences[None, :]).clamp(min=0)
        bucket = torch.where(apart <= 2, apart, 3 + (apart > 4).long() + (apart > 8).long() + (apart > 16).long())
        scores = scores + self.sentences[classes[:, None], bucket]
        return scores + (self.agreement[classes][:, None, :] * agreement).sum(-1)

    def closer(self, scores, query, key, count=CLOSER):
        """Scores (mentions, mentions) after a closer look at the best antecedents of each, so many."""
        best = scores.topk(min(count, len(scores)), -1).indices
        query = query[:, None].expand(-1, best.shape[1], -1)
        found = self.pair(torch.cat([query * key[best], query, key[best]], -1))[..., 0]
        return scores.scatter_add(1, best, found)

    def edges(self, query, key, side, places, words):
        """Scores (mentions, words) of each word as first (0) or last (1) of the phrase around a head."""
        bucket = distance_bucket(words[None, :] - places[:, None])
        return query @ key.T / math.sqrt(EDGE) + self.edge_distance[side][bucket]


class Events(nn.Module):
    def __init__(self, dropout=0.2):
        super().__init__()
        self.head = Head(256, len(EVENT_TYPES) + 4 * POINTER + 2, dropout)
        self.distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        """Type scores; query, key of actor; query, key of recipient; nobody as actor, as recipient."""
        parts = self.head(self.dropout(x)).split([len(EVENT_TYPES), POINTER, POINTER, POINTER, POINTER, 2], -1)
        return parts

    def pointer(self, query, key, nobody, side):
        """Scores (words, words + 1): each word as trigger, every word as its actor (0) or recipient (1)."""
        steps = torch.arange(len(query), device=query.device)
        scores = query @ key.T / math.sqrt(POINTER) + self.distance[side][distance_bucket(steps[None] - steps[:, None])]
        return torch.cat([scores, nobody[:, side : side + 1]], -1)


class Heads(nn.Module):
    """All heads beside attribution."""

    def __init__(self, sizes, relations, dropout=0.2):
        super().__init__()
        self.syntax = Syntax(sizes, relations, dropout)
        self.names, self.elsewhere = Head(0, len(NAME_TAGS)), Head(0, len(NAME_TAGS))
        self.starts = Head(0, 1)
        self.dropout = nn.Dropout(dropout)
        self.coreference = Coreference(dropout)
        self.certainty = Head(128, len(CERTAINTY_SCALES), dropout)
        self.events = Events(dropout)
        self.sentences = nn.Linear(WIDTH, WIDTH)
        with torch.no_grad():
            self.sentences.weight.copy_(torch.eye(WIDTH))
            self.sentences.bias.zero_()
            for parameter in (*self.elsewhere.parameters(), *self.starts.parameters()):
                parameter.zero_()

    def name_scores(self, x, forms):
        """Scores (words, tags) of a passage or document; forms: its words."""
        x = self.dropout(x)
        at, group = repeated(forms)
        scores = self.names(x)
        if not len(at):
            return scores
        count = torch.bincount(group)[group][:, None]
        found = self.elsewhere(x[at])
        sums = found.new_zeros(int(group.max()) + 1, found.shape[1]).index_add(0, group, found)
        return scores.index_add(0, at, (sums[group] - found) / (count - 1))


def repeated(forms):
    """Words with a capital letter that stand more than once, without regard to case: their places, and for each the
    number of its group."""
    groups = {}
    for n, form in enumerate(forms):
        if len(form) > 1 and form != form.lower():
            groups.setdefault(form.lower(), []).append(n)
    groups = [places for places in groups.values() if len(places) > 1]
    return (torch.tensor([n for places in groups for n in places], dtype=torch.long),
            torch.tensor([number for number, places in enumerate(groups) for _ in places], dtype=torch.long))


def name_transitions():
    """Whether a tag may follow another, and begin a sentence: (tags, tags), (tags,)."""
    def may(before, after):
        return not after.startswith("I-") or before[2:] == after[2:]
    return (torch.tensor([[may(a, b) for b in NAME_TAGS] for a in NAME_TAGS]),
            torch.tensor([not tag.startswith("I-") for tag in NAME_TAGS]))


def best_names(scores):
    """The best allowed tags of one sentence (Viterbi); scores: (words, tags) in numpy-like tensor."""
    allowed, begins = name_transitions()
    block = torch.where(allowed, 0.0, -1e4)
    scores = F.log_softmax(scores.float(), -1)
    best, back = scores[0] + torch.where(begins, 0.0, -1e4), []
    for row in scores[1:]:
        top, at = (best[:, None] + block).max(0)
        back.append(at)
        best = top + row
    tags = [int(best.argmax())]
    for at in reversed(back):
        tags.append(int(at[tags[-1]]))
    return tags[::-1]
