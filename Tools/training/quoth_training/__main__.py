"""From archives to a model: unpacks, trains, evaluates, quantises and writes what ships.

    python -m quoth_training --corpora ../shared/corpora --scorer attribution_score.py \\
        --work RUN --version X.Y.Z --out Models/english

`--corpora` is a folder of the archives or of the sets unpacked from them. Attribution is learned first, alone;
then all heads together from there; then the encoder is pruned, trained again with the unpruned one as its guide, and
averaged with what it began with. Started again with the same `--work`, training goes on from its last
checkpoint. Options that are not named here go to the training of attribution.
"""

import argparse
import os
import tarfile

from . import blend, export, joint, prune, train

INNER = 896  # inner outputs that pruning leaves each feed-forward layer
SHARE = 0.7  # of the last training, against the pruned reader that it began with
SETS = ("polnear", "gum", "ewt", "conll03", "re3d", "crossner-politics", "factuality", "ecbplus", "wikievents", "plover",
        "muc4", "dictionaries", "nli")


def unpacked(corpora, work):
    """The folder that holds the sets; what is still an archive is unpacked under `work`."""
    if all(os.path.isdir(os.path.join(corpora, name)) for name in SETS):
        return corpora
    folder = os.path.join(work, "corpora")
    os.makedirs(folder, exist_ok=True)
    for name in SETS:
        archive = os.path.join(corpora, name + ".tar.gz")
        if os.path.isdir(os.path.join(folder, name)):
            continue
        if not os.path.exists(archive):
            raise SystemExit(f"{corpora} holds neither {name} nor {name}.tar.gz")
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
    return folder


def main():
    parser = argparse.ArgumentParser(
        prog="quoth_training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", required=True)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--work", required=True, help="folder for checkpoints and the log")
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", required=True, help="Models/english")
    options, more = parser.parse_known_args()
    corpora = unpacked(options.corpora, options.work)
    shared = ["--corpora", corpora, "--scorer", options.scorer]
    attribution, together, guided = (os.path.join(options.work, name) for name in ("attribution", "joint", "guided"))
    pruned, blended = (os.path.join(options.work, name) for name in ("pruned.pt", "blended.pt"))

    def checkpoint(folder):
        return os.path.join(folder, "checkpoint.pt")

    train.main([*shared, "--out", attribution, *more])
    joint.main([*shared, "--out", together, "--initial", checkpoint(attribution)])
    if not os.path.exists(pruned):
        prune.main(["--checkpoint", checkpoint(together), "--inner", str(INNER), "--corpora", corpora, "--out", pruned])
    joint.main([*shared, "--out", guided, "--initial", pruned, "--guide", checkpoint(together), "--epochs", "2"])
    blend.main(["--checkpoint", checkpoint(guided), "--initial", pruned, "--share", str(SHARE), "--corpora", corpora,
                "--out", blended])
    export.main([*shared, "--checkpoint", blended, "--version", options.version, "--out", options.out])


if __name__ == "__main__":
    main()
