"""Trains all heads together, from the reader that `train` made, and keeps checkpoints it can resume from."""

import argparse
import json
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from . import batches, corpora, development, features, losses, polnear, renaming, train
from .corpora.document import Document, together
from .examples import Inventory, example, tells_no_politics
from .heads import Heads
from .model import INNER, Encoder, Reader
from .splits import assert_trainable
from .weights import read_weights

# How much of each corpus is read in one pass.
MIX = {"gum": 4.0, "ewt": 1.3, "conll03": 1.5, "renamed": 0.9, "re3d": 0.5, "crossner-politics": 0.2, "factuality": 0.5, "ecbplus": 0.15,
       "wikievents": 0.1, "plover": 1.0, "stories": 0.05, "muc4": 0.1, "sick": 0.15}
INNER_BIAS = "encoder.layers.0.up.bias"  # as long as the encoder's feed-forward layers are wide within
# Of each corpus's sentences, how many are given the teacher's vector.
TAUGHT = {"gum": 0.3, "ewt": 0.3, "conll03": 0.2, "sick": 1.0}


class JointReader(Reader):
    """Encoder, attribution heads and all others."""

    def __init__(self, inventory, dropout=0.1, inner=INNER):
        super().__init__(dropout, inner)
        self.inventory = inventory
        self.heads = Heads(inventory.sizes, len(inventory.lists["relations"]))


def read_from(checkpoint):
    """The reader of a checkpoint, with the running average of its weights."""
    state = torch.load(checkpoint, map_location="cpu")
    lists = state["labels"]
    inventory = Inventory(*(lists[name] for name in ("upos", "xpos", "feats", "scripts", "relations")))
    reader = JointReader(inventory, inner=len(state["average"][INNER_BIAS])).eval()
    reader.load_state_dict(state["average"])
    return reader


class Teacher:
    """The sentence vectors of the original MiniLM: the mean of its states, of length 1."""

    def __init__(self, tokenizer, device="cpu"):
        self.tokenizer, self.device = tokenizer, device
        self.encoder = Encoder(0.0).to(device).eval()
        self.encoder.load_minilm(load_file(os.path.join(train.minilm_folder(), "model.safetensors")))

    @torch.no_grad()
    def of(self, texts):
        """(texts, width), in their order."""
        encoded = [[features.CLS, *one.ids[:254], features.SEP]
                   for one in self.tokenizer.encode_batch(texts, add_special_tokens=False)]
        order = sorted(range(len(texts)), key=lambda n: len(encoded[n]))
        out = [None] * len(texts)
        for at in range(0, len(order), 32):
            group = order[at : at + 32]
            length = max(len(encoded[n]) for n in group)
            ids = torch.zeros(len(group), length, dtype=torch.long, device=self.device)
            mask = torch.zeros(len(group), length, dtype=torch.bool, device=self.device)
            for row, n in enumerate(group):
                ids[row, : len(encoded[n])] = torch.tensor(encoded[n])
                mask[row, : len(encoded[n])] = True
            streams = torch.zeros(len(group), len(features.STREAMS), length, dtype=torch.long, device=self.device)
            states = self.encoder(ids, streams, mask) * mask[..., None]
            means = F.normalize(states.sum(1) / mask.sum(1, keepdim=True), dim=-1).cpu()
            for row, n in enumerate(group):
                out[n] = means[row]
        return out


@torch.no_grad()
def embedded(reader, tokenizer, text):
    """Our own vector of a sentence read alone."""
    encoded = features.encode(tokenizer, text, [(0, len(text))])
    made = batches.assemble([(Alone(encoded), [(0, len(encoded.ids))])])
    states = reader.encoder(made.ids, made.streams, made.mask)
    return F.normalize(reader.heads.sentences(states[0, 1 : len(encoded.ids) + 1].mean(0)), dim=-1)


class Guide:
    """Holds the states of every layer of an encoder in training to those of another one (Jiao et al. 2020,
    arXiv:1909.10351): for one that was pruned, to those it had before."""

    SHARES = (0.5, 0.5, 0.5, 0.5, 0.5, 1.0)  # of the layers

    def __init__(self, encoder, guide):
        self.guide = guide.eval().requires_grad_(False)
        self.own, self.right, self.apart = [], [], []
        for states, one in ((self.own, encoder), (self.right, self.guide)):
            for layer in one.layers:
                layer.register_forward_hook(lambda _, inputs, output, states=states: states.append(output))
        encoder.register_forward_hook(self.compare)

    def compare(self, encoder, inputs, output):
        """After each pass of the encoder: the mean squares between its states and the guide's."""
        if encoder.training and torch.is_grad_enabled():
            with torch.no_grad():
                self.guide(*inputs)
            mask = inputs[-1]
            self.apart.append(sum(share * F.mse_loss(a[mask], b[mask])
                                  for share, a, b in zip(self.SHARES, self.own, self.right)))
        self.own.clear()
        self.right.clear()

    def loss(self):
        """How far apart they were in the passes since this was last asked."""
        apart = sum(self.apart) / max(len(self.apart), 1)
        self.apart.clear()
        return apart


class Alone:
    """A text without labels."""

    def __init__(self, encoded):
        self.encoded, self.at, self.teacher, self.sentences = encoded, np.arange(len(encoded.ids)), [], []


def joint_batch_loss(reader, made):
    states, vectors = made.vectors(reader.encoder)
    found = losses.of(reader.heads, made, states, vectors)
    return losses.total(found), {name: float(amount.detach() if hasattr(amount, "detach") else amount) / max(count, 1) for name, (amount, count) in found.items()}


def training(folder):
    """All documents by corpus, only as much of each as is annotated."""
    found = {name: corpora.read(folder, name) for name in corpora.READERS}
    renamer, generator = renaming.Renamer(found["conll03"], renaming.towns()), np.random.default_rng(7)
    found["renamed"] = [renamer.renamed(d, generator) for d in 2 * found["conll03"]]
    found["stories"] = [cut_to_events(d) for d in found["plover"] if d.name.startswith("ngec/")]
    found["plover"] = mixed([d for d in found["plover"] if not d.name.startswith("ngec/")], quiet_sentences(found["gum"]))
    found["muc4"] = [cut_to_events(d) for d in found["muc4"] if all(e.region[1] - e.region[0] < len(d.text) for e in d.events)]
    return found


def quiet_sentences(documents):
    """Sentences of genres that tell no politics."""
    return [d.text[a:b] for d in documents if d.words and tells_no_politics(d) for a, b in d.sentences if b - a > 30]


def mixed(documents, quiet, seed=7):
    """The documents, of a sentence each, put together to short reports with quiet sentences between them, so that
    an event is told from what stands around it."""
    generator = np.random.default_rng(seed)
    order, out = list(generator.permutation(len(documents))), []
    while order:
        own, order = order[: (size := int(generator.integers(1, 6)))], order[size:]
        parts = [documents[n] for n in own]
        if size > 1:
            parts += [Document("plover", "quiet", text, [(0, len(text))], events=[])
                      for text in generator.choice(quiet, int(generator.integers(0, 4)))]
            parts = [parts[n] for n in generator.permutation(len(parts))]
        out.append(together(parts))
    return out


def drawn(examples, share, generator):
    """All examples as often as `share` says, and of the rest a random part."""
    count = int(round((share % 1) * len(examples)))
    return examples * int(share) + [examples[n] for n in generator.permutation(len(examples))[:count]]


def cut_to_events(document):
    """The document up to the last block that tells an event."""
    end = max(event.region[1] for event in document.events)
    document.blocks = [block for block in document.blocks if block[0] < end]
    document.text = document.text[: document.blocks[-1][1]]
    return document


def teach(examples, texts, teacher, generator, share):
    """Gives some sentences of the examples the teacher's vector."""
    chosen = []
    for one, text in zip(examples, texts):
        spans = one.encoded.spans
        for number, (a, b) in enumerate(one.sentences):
            if b - a >= 4 and generator.random() < share:
                chosen.append((one, number, text[spans[one.at[a]][0] : spans[one.at[b - 1]][1]]))
    for (one, number, _), vector in zip(chosen, teacher.of([text for *_, text in chosen])):
        one.teacher.append((number, vector))


def parse(arguments=None):
    parser = argparse.ArgumentParser(prog="quoth_training.joint", description=__doc__)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--initial", required=True, help="checkpoint of `train`, or a weight file to begin with")
    parser.add_argument("--guide", help="checkpoint whose encoder's states every layer is held to")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--minutes", type=float, help="end by then instead, with the rate falling to that time")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.998)
    parser.add_argument("--polnear-share", type=float, default=0.35, help="of the articles, in each pass")
    parser.add_argument("--mix", type=float, default=1.0, help="of the corpora's shares, in each pass")
    parser.add_argument("--span-weight", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--limit", type=int, help="documents of each corpus")
    parser.add_argument("--bf16", action="store_true")
    return parser.parse_args(arguments)


def begun_with(path, inventory):
    """A reader with the weights of a checkpoint or weight file; what they lack is new."""
    if path.endswith(".bin"):
        from .export import restored
        return restored(path, JointReader(inventory, inner=len(read_weights(path)["layers.0.up.bias"])))
    state = torch.load(path, map_location="cpu")["average"]
    reader = JointReader(inventory, inner=len(state[INNER_BIAS]))
    missing, unexpected = reader.load_state_dict(state, strict=False)
    if unexpected or any(not name.startswith(("heads.", "nested_")) for name in missing):
        raise SystemExit(f"{path} does not fit: {unexpected or missing}")
    return reader


def figures(reader, dev, score, options, tokenizer):
    out = measured(reader, dev)
    with torch.no_grad():
        data = os.path.join(options.corpora, "polnear", "data", "dev")
        articles = polnear.read(data)
        out["attribution"] = train.figures(score, data, train.predict(reader, articles, tokenizer))
    return out


@torch.no_grad()
def measured(reader, dev):
    """The figures of the heads beside attribution on development parts."""
    reader.eval()
    return {name: measure(reader, *given) for name, (measure, *given) in dev.items()}


def main(arguments=None):
    options = parse(arguments)
    os.makedirs(options.out, exist_ok=True)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer, score = train.tokenizer(), train.scorer(options.scorer)
    teacher = Teacher(tokenizer)
    documents = {name: found[: options.limit] for name, found in training(options.corpora).items()}
    inventory = Inventory.of(documents["gum"] + documents["ewt"])
    with open(os.path.join(options.out, "labels.json"), "w") as file:
        json.dump(inventory.lists, file)
    examples, texts = {}, {}
    for name, found in documents.items():
        pairs = [(one, document.text) for document in found if (one := example(document, tokenizer, inventory)) is not None]
        examples[name], texts[name] = [one for one, _ in pairs], [text for _, text in pairs]
    for name, share in TAUGHT.items():
        teach(examples[name], texts[name], teacher, np.random.default_rng(options.seed), share)
    data = os.path.join(options.corpora, "polnear", "data")
    articles = polnear.read(os.path.join(data, "train")) + polnear.read(os.path.join(data, "annotator-training"))
    articles = [a for a in articles if not polnear.held_back(a)][: options.limit]
    assert_trainable("polnear", [a.name for a in articles])
    dev = development.parts(options.corpora, tokenizer, inventory, teacher, embedded)

    reader = begun_with(options.initial, inventory)
    guide = Guide(reader.encoder, read_from(options.guide).encoder) if options.guide else None
    average = {k: v.detach().clone() for k, v in reader.state_dict().items()}
    body = [p for p in reader.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in reader.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": body, "lr": options.rate}, {"params": heads, "lr": options.head_rate}],
                                  weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    rates = [group["lr"] for group in optimiser.param_groups]
    checkpoint = os.path.join(options.out, "checkpoint.pt")
    epoch, step, spent = 0, 0, 0.0
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint)
        reader.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        average, epoch, step, spent = state["average"], state["epoch"], state["step"], state["spent"]
    log = open(os.path.join(options.out, "log.jsonl"), "a")

    def note(**what):
        print(json.dumps(what), flush=True)
        log.write(json.dumps(what) + "\n")
        log.flush()

    note(documents={name: len(found) for name, found in examples.items()},
         subwords={name: int(sum(len(e.encoded.ids) for e in found)) for name, found in examples.items()},
         labels={name: len(found) for name, found in inventory.lists.items()})
    started = time.time() - spent

    def done(share):
        """How much of the training is behind, from 0 to 1; share: of this pass."""
        if options.minutes:
            return min(1.0, (time.time() - started) / 60 / options.minutes)
        return (epoch + share) / options.epochs

    while done(0) < 1:
        generator = np.random.default_rng([options.seed, epoch])
        group = []
        group += batches.epoch([e for name, found in examples.items() for e in drawn(found, options.mix * MIX[name], generator)], generator)
        some = [articles[n] for n in generator.permutation(len(articles))[: int(options.polnear_share * len(articles))]]
        group += [{"polnear": True, **b} for b in train.batches(train.epoch_windows(some, tokenizer, generator), generator)]
        group = [group[n] for n in generator.permutation(len(group))]
        reader.train()
        recent = {}
        for number, part in enumerate(group):
            behind = done(number / len(group))
            if behind >= 1:
                break
            factor = min(1.0, step / 100) * max(0.02, 1 - behind)
            for target, rate in zip(optimiser.param_groups, rates):
                target["lr"] = rate * factor
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bf16):
                if isinstance(part, dict):
                    part.pop("polnear", None)
                    loss = train.loss_of(reader, part, span_weight=options.span_weight)
                    parts = {"attribution": loss.item()}
                else:
                    loss, parts = joint_batch_loss(reader, batches.assemble(part))
                if guide:
                    apart = guide.loss()
                    loss, parts["guide"] = loss + apart, float(apart)
            if not isinstance(loss, torch.Tensor) or not loss.requires_grad:
                continue
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            step += 1
            decay = min(options.decay, step / (step + 10))
            with torch.no_grad():
                for name, value in reader.state_dict().items():
                    if value.is_floating_point():
                        average[name].lerp_(value, 1 - decay)
            for name, value in parts.items():
                recent.setdefault(name, []).append(value)
            if step % 25 == 0:
                recent = {name: values[-50:] for name, values in recent.items()}
                note(step=step, behind=round(behind, 3), minutes=round((time.time() - started) / 60, 1),
                     loss={name: round(float(np.mean(values[-50:])), 3) for name, values in sorted(recent.items())})
        epoch += 1
        torch.save({"model": reader.state_dict(), "optimiser": optimiser.state_dict(), "average": average, "epoch": epoch,
                    "step": step, "spent": time.time() - started, "labels": inventory.lists}, checkpoint + ".new")
        os.replace(checkpoint + ".new", checkpoint)
        note(epoch=epoch, figures=figures(read_from(checkpoint), dev, score, options, tokenizer),
             minutes=round((time.time() - started) / 60, 1))


if __name__ == "__main__":
    main()
