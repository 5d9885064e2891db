"""The encoder and its heads in PyTorch: what training optimises and the exporter writes.

MiniLM (6 layers, width 384; Wang et al. 2020, arXiv:2002.10957) with learned embeddings of letter
case, quotation state and paragraph position added to its input. Heads:

- `attribution.roles`: a linear-chain CRF over seven tags.
- `attribution.nested`: the same two for what is said within contents (see `nested`).
- `attribution.links`: query and key vectors; the content's units point at their cue, the cue's
  units at their source or at nothing (biaffine attention after Dozat and Manning 2017,
  arXiv:1611.01734, with a bias for distance in units and in paragraphs).
"""

import math

import torch
import torch.nn.functional as F
from torch import nn

from .features import STREAMS
from .labels import TAGS

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
LINK = 64
NESTED_HIDDEN = 128
DISTANCES = 25  # buckets of signed distance in units
STEPS = 5  # buckets of signed distance in paragraphs


class Layer(nn.Module):
    def __init__(self, dropout, inner=INNER):
        super().__init__()
        self.query, self.key, self.value, self.attention_output = (
            nn.Linear(WIDTH, WIDTH) for _ in range(4)
        )
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        """x: (batch, length, width); mask: (batch, 1, 1, length), true where a subword stands."""
        batch, length, _ = x.shape

        def split(y):
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        mixed = F.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask
        )
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.attention_norm(x + self.dropout(self.attention_output(mixed)))
        return self.norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """`inner`: outputs of each feed-forward layer's first half, those of MiniLM or fewer (see `prune`)."""

    def __init__(self, dropout=0.1, inner=INNER):
        super().__init__()
        self.inner = inner
        self.word = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.token_type = nn.Parameter(torch.zeros(WIDTH))
        self.streams = nn.ModuleDict({name: nn.Embedding(n, WIDTH) for name, n in STREAMS.items()})
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList([Layer(dropout, inner) for _ in range(LAYERS)])
        self.word.weight.requires_grad_(False)  # half of all weights; 840 reports move few of them
        for stream in self.streams.values():
            nn.init.zeros_(stream.weight)

    def forward(self, ids, features, mask):
        """ids: (batch, length); features: (batch, 3, length). Returns (batch, length, width)."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.token_type
        for index, stream in enumerate(self.streams.values()):
            x = x + stream(features[:, index])
        x = self.dropout(self.norm(x))
        mask = mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, tensors):
        """Takes the weights of the published MiniLM, a mapping of BERT's tensor names."""
        get = lambda name: tensors[name].float()  # noqa: E731
        with torch.no_grad():
            self.word.weight.copy_(get("embeddings.word_embeddings.weight"))
            self.position.weight.copy_(get("embeddings.position_embeddings.weight"))
            self.token_type.copy_(get("embeddings.token_type_embeddings.weight")[0])
            pairs = [(self.norm, "embeddings.LayerNorm")]
            for n, layer in enumerate(self.layers):
                at = f"encoder.layer.{n}."
                pairs += [
                    (layer.query, at + "attention.self.query"),
                    (layer.key, at + "attention.self.key"),
                    (layer.value, at + "attention.self.value"),
                    (layer.attention_output, at + "attention.output.dense"),
                    (layer.attention_norm, at + "attention.output.LayerNorm"),
                    (layer.up, at + "intermediate.dense"),
                    (layer.down, at + "output.dense"),
                    (layer.norm, at + "output.LayerNorm"),
                ]
            for module, name in pairs:
                module.weight.copy_(get(name + ".weight"))
                module.bias.copy_(get(name + ".bias"))


class Head(nn.Module):
    """y = W2 · GELU(W1 · x + b1) + b2, or one linear layer when `hidden` is 0."""

    def __init__(self, hidden, output, dropout=0.1, inputs=WIDTH):
        super().__init__()
        self.hidden = nn.Linear(inputs, hidden) if hidden else None
        self.output = nn.Linear(hidden or inputs, output)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        if self.hidden is not None:
            x = self.dropout(F.gelu(self.hidden(x)))
        return self.output(x)


class ChainCRF(nn.Module):
    """Linear-chain conditional random field over tags (Lafferty et al. 2001)."""

    def __init__(self, tags):
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))
        self.start, self.end = nn.Parameter(torch.zeros(tags)), nn.Parameter(torch.zeros(tags))

    def loss(self, emissions, tags, lengths):
        """Negative log-likelihood summed over the batch. emissions: (batch, units, tags)."""
        batch, units, _ = emissions.shape
        steps = torch.arange(units, device=emissions.device)[None] < lengths[:, None]
        gold = emissions.gather(2, tags[..., None])[..., 0]
        score = (gold * steps).sum(1) + self.start[tags[:, 0]]
        score = score + (self.transitions[tags[:, :-1], tags[:, 1:]] * steps[:, 1:]).sum(1)
        score = score + self.end[tags.gather(1, (lengths - 1)[:, None])[:, 0]]
        alpha = self.start + emissions[:, 0]
        for t in range(1, units):
            step = torch.logsumexp(alpha[:, :, None] + self.transitions, 1) + emissions[:, t]
            alpha = torch.where(steps[:, t, None], step, alpha)
        return (torch.logsumexp(alpha + self.end, 1) - score).sum()


def distance_bucket(offset):
    """Buckets of a signed distance in units: exact to 4, then by powers of two to 256 and more."""
    size = offset.abs()
    large = (torch.log2(size.clamp(min=1).float() / 4).floor().clamp(min=0) + 5).long()
    bucket = torch.where(size <= 4, size, large.clamp(max=DISTANCES // 2))
    return torch.where(offset < 0, -bucket, bucket) + DISTANCES // 2


class Reader(nn.Module):
    """Encoder and attribution heads."""

    def __init__(self, dropout=0.1, inner=INNER):
        super().__init__()
        self.encoder = Encoder(dropout, inner)
        self.roles = Head(0, len(TAGS), dropout)
        self.links = Head(WIDTH, 4 * LINK + 1, dropout)
        self.nested_roles = Head(NESTED_HIDDEN, len(TAGS), dropout)
        self.nested_links = Head(WIDTH, 4 * LINK + 1, dropout)
        self.crf = ChainCRF(len(TAGS))
        self.content_distance = nn.Parameter(torch.zeros(DISTANCES))
        self.content_step = nn.Parameter(torch.zeros(STEPS))
        self.source_distance = nn.Parameter(torch.zeros(DISTANCES))
        self.source_step = nn.Parameter(torch.zeros(STEPS))
        # Against a link of spans: for each cue a content passes over, for the logarithm of its distance, for
        # each paragraph the cue comes later, and for each source a cue passes over. Chosen on the held-back
        # articles; `span_loss` trains them further.
        self.reach = nn.Parameter(torch.tensor([4.0, 1.5, 3.0, 2.0]))

    def units(self, ids, features, mask, first):
        """first: (batch, units), the first subword of each. Returns (batch, units, width)."""
        return self.encoder(ids, features, mask).gather(1, first[..., None].expand(-1, -1, WIDTH))

    def forward(self, ids, features, mask, first):
        """Returns emissions (batch, units, tags) and links (batch, units, 4·LINK+1)."""
        x = self.units(ids, features, mask, first)
        return self.roles(x), self.links(x)

    def link_scores(self, links, paragraph):
        """Content-to-cue and cue-to-source scores (batch, units, units), and no-source (batch, units)."""
        a, b, c, d, none = links.split([LINK, LINK, LINK, LINK, 1], -1)
        units = links.shape[1]
        steps = torch.arange(units, device=links.device)
        bucket = distance_bucket(steps[None, :] - steps[:, None])
        step = (paragraph[:, None, :] - paragraph[:, :, None]).clamp(-2, 2) + 2
        scale = 1 / math.sqrt(LINK)
        content = a @ b.transpose(1, 2) * scale + self.content_distance[bucket] + self.content_step[step]
        source = c @ d.transpose(1, 2) * scale + self.source_distance[bucket] + self.source_step[step]
        return content, source, none[..., 0]

    def masked_link_scores(self, links, paragraph, live):
        """Content-to-cue scores (batch, units, units), and cue-to-source scores with those of no source as the last
        column; units that are not there are never pointed at."""
        content, source, none = self.link_scores(links, paragraph)
        blocked = ~live[:, None, :]
        source = torch.cat([source.masked_fill(blocked, -1e4), none[..., None]], -1)
        return content.masked_fill(blocked, -1e4), source

    @staticmethod
    def span_scores(scores, rows, columns):
        """Scores of spans with spans: for each row span the mean over its units of the log of how much each
        points into a column span. scores: (batch, units, units); rows and columns: (batch, spans, units),
        true where a unit is in the span. Returns (batch, row spans, column spans)."""
        top = scores.amax(-1, keepdim=True).detach()
        into = (scores - top).exp() @ columns.float().transpose(1, 2)
        into = into.clamp(min=1e-20).log() + top
        share = rows.float() / rows.sum(-1, keepdim=True).clamp(min=1)
        return share @ into
