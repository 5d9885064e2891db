"""`python -m quoth_training.corpora FOLDER [READER …]`: counts of each reader, and whether its layers hold."""

import argparse
import sys
import time
from collections import Counter

from . import READERS, problems, read


def counts(documents):
    found = Counter(documents=len(documents))
    for document in documents:
        found["characters"] += len(document.text)
        found["blocks"] += len(document.blocks)
        for layer in ("sentences", "words", "names", "certainty", "events"):
            value = getattr(document, layer)
            if value is not None:
                found[layer] += len(value)
                found[f"documents with {layer}"] += 1
        if document.clusters is not None:
            found["clusters"] += len(document.clusters)
            found["clusters of one"] += sum(len(cluster) == 1 for cluster in document.clusters)
            found["mentions"] += sum(map(len, document.clusters))
        for name in document.names or []:
            found["name " + name[2]] += 1
        for event in document.events or []:
            found[f"event {event.type}"] += 1
            for part in ("trigger", "actors", "recipients"):
                found[f"events with {part}"] += bool(getattr(event, part))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("readers", nargs="*", metavar="reader", help=", ".join(READERS))
    arguments = parser.parse_args()
    broken = 0
    for name in arguments.readers or READERS:
        start = time.time()
        documents = read(arguments.folder, name)
        seconds = time.time() - start
        print(f"{name} ({seconds:.1f} s)")
        for key, value in counts(documents).items():
            print(f"  {key:28} {value:9,}")
        found = [(document.name, problem) for document in documents for problem in problems(document)]
        broken += len(found)
        for document, problem in found[:5]:
            print(f"  BROKEN {document}: {problem}")
        if found:
            print(f"  BROKEN {len(found)} in all")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
