#!/usr/bin/env python3
"""Makes copies of real reports, and reports that only look like copies, for `quoth eval copies`.

    Tools/copies_eval.py --seed 7 polnear/data/train/text ecbplus OUT

writes OUT/tune and OUT/report, from two halves of the articles that share none. Each holds

    reports/NNNNN.txt    plain text: a headline, then paragraphs
    families.tsv         report, the families of articles whose words it holds, parted by commas
    pairs.tsv            original, other report, kind of edit, what the other is: whole, partial, none

Reports of ECB+ topics 1 to 30 on one happening are pairs of kind `happening`. ECB+ holds real reprints: two
reports that share a run of 15 words outside quotation marks are of one family, and no pair.
The corpora are for research only, so OUT must lie outside the repository.
"""

import argparse
import collections
import hashlib
import html
import itertools
import pathlib
import random
import re

BRITISH = [
    (r"\bcolor", "colour"), (r"\bfavor", "favour"), (r"\blabor", "labour"), (r"\bhonor", "honour"),
    (r"\bneighbor", "neighbour"), (r"\bcenter\b", "centre"), (r"\btheater\b", "theatre"),
    (r"\bdefense\b", "defence"), (r"\boffense\b", "offence"), (r"\bprogram\b", "programme"),
    (r"\bpercent\b", "per cent"), (r"(\w{3,})iz(e|ed|es|ing|ation)\b", r"\1is\2"),
    (r"(\w{2,})yz(e|ed|es|ing)\b", r"\1ys\2"),
    (r"\btoward\b", "towards"), (r"\bU\.S\.", "US"), (r"\b[Tt]wo\b", "2"), (r"\bthree\b", "3"),
    (r"\bseven\b", "7"), (r"\bdon['’]t\b", "do not"), (r"\bdoesn['’]t\b", "does not"),
    (r"[“”]", '"'), (r"’", "'"),
]  # fmt: skip

CREDITS = [
    "With files from the Coastal News Agency", "(CNA)", "(Reuters)", "Reporting by Tom Ek; editing by Ana Ruiz",
    "— The Associated Press contributed to this report.", "This story was first published by the Harbour Herald.",
]
HEADS = ["What we know so far", "The day in brief", "Questions after a long night", "Waiting for an answer"]
STANDING = [
    "Marit Halle is a senior writer at the Harbour Herald, where she has covered courts, ports and politics "
    "since 2009, and the author of two books about Norland and its neighbours.",
    "Want more of our reporting? Sign up for The Morning Tide, our free newsletter, and get the day's most "
    "important stories from the Harbour Herald sent to your inbox every weekday before breakfast.",
    "The Harbour Herald is a nonprofit newsroom that covers ports, courts and schools along the coast. It is "
    "paid for by its readers and takes no money from the companies that it writes about.",
    "This material may not be published, broadcast, rewritten or redistributed without the written permission "
    "of Harbour Herald Media. All rights reserved. Read our terms and our policy on privacy before you use it.",
    "Do you have a story that we should know about? Write to our reporters at tips@herald.example or call the "
    "newsroom at any hour. We never share who you are with anybody without your permission.",
]


def articles(folder):
    """Headline and paragraphs of each article of a folder of plain texts."""
    for path in sorted(folder.glob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8", errors="replace").split("\n")]
        lines = [line for line in lines if line]
        if len(lines) > 4:
            yield path.stem, lines[0], [line for line in lines[1:] if len(line.split()) >= 8]


def happenings(folder):
    """Topic, name and paragraphs of each document of ECB+ 1 to 30; a sentence is a paragraph."""
    for path in sorted(folder.glob("ECB+/*/*.xml")):
        topic = int(path.parent.name)
        if topic > 30:
            continue
        sentences = collections.defaultdict(list)
        for number, word in re.findall(
            r'<token t_id="\d+" sentence="(\d+)" number="\d+">(.*?)</token>', path.read_text(errors="replace")
        ):
            sentences[int(number)].append(html.unescape(word))
        yield f"{topic}{'plus' if path.stem.endswith('plus') else ''}", path.stem, [joined(sentences[n]) for n in sorted(sentences)]


def joined(words):
    """Words of a tokenized sentence as they are written."""
    text = " ".join(words)
    text = re.sub(r" ([.,;:?!)%'’])", r"\1", re.sub(r"([($]) ", r"\1", text))
    text = re.sub(r" (n't|'s)", r"\1", text)
    inside, out = False, ""
    for part in re.split(r'( ?" ?)', text):
        if '"' in part:
            part = '" ' if inside else ' "'
            inside = not inside
        out += part
    return re.sub(r" +", " ", out).strip()


def told_runs(paragraphs, length):
    """The runs of so many words outside quotation marks."""
    runs = set()
    for paragraph in paragraphs:
        for part in re.split(r'["“”][^"“”]*["“”]?', paragraph):
            words = re.findall(r"\w+", part.lower())
            runs.update(tuple(words[i : i + length]) for i in range(len(words) - length + 1))
    return runs


class Families:
    """Which articles share words from the beginning."""

    def __init__(self, texts):
        self.parent = {name: name for name in texts}
        holder = {}
        for name, paragraphs in texts.items():
            for run in told_runs(paragraphs, 15):
                self.join(holder.setdefault(run, name), name)

    def of(self, name):
        while self.parent[name] != name:
            name = self.parent[name]
        return name

    def join(self, first, second):
        self.parent[self.of(first)] = self.of(second)


class Editor:
    """Edits as desks make them."""

    def __init__(self, seed, vocabulary):
        self.random = random.Random(seed)
        self.vocabulary = vocabulary

    def words(self, paragraphs, share):
        """Changes, drops or adds so large a share of the words."""
        out = []
        for paragraph in paragraphs:
            words = []
            for word in paragraph.split(" "):
                roll = self.random.random()
                if roll >= share:
                    words.append(word)
                elif roll < share * 0.5:
                    words.append(self.random.choice(self.vocabulary))
                elif roll < share * 0.8:
                    words += [word, self.random.choice(self.vocabulary)]
            out.append(" ".join(words))
        return out

    def cut(self, paragraphs, share):
        """Keeps about so large a share of the words: the beginning, or any paragraphs in order."""
        goal = share * sum(len(p.split()) for p in paragraphs)
        order = list(range(len(paragraphs)))
        if self.random.random() < 0.5:
            self.random.shuffle(order)
        kept, count = [], 0
        for index in order:
            if count >= goal:
                break
            kept.append(index)
            count += len(paragraphs[index].split())
        return [paragraphs[i] for i in sorted(kept)]

    def shuffled(self, paragraphs):
        paragraphs = list(paragraphs)
        self.random.shuffle(paragraphs)
        return paragraphs

    def lede(self, paragraphs):
        """Two paragraphs of words drawn by chance in place of the first one."""
        drawn = [" ".join(self.random.choices(self.vocabulary, k=self.random.randint(20, 35))) for _ in range(2)]
        return [words.capitalize() + "." for words in drawn] + paragraphs[1:]

    def credited(self, paragraphs):
        return paragraphs + [self.random.choice(CREDITS)]

    def british(self, paragraphs):
        out = []
        for paragraph in paragraphs:
            for american, british in BRITISH:
                paragraph = re.sub(american, british, paragraph)
            out.append(paragraph)
        return out

    def within(self, host, passage):
        """A passage somewhere in the running text of a report of its own."""
        place = self.random.randrange(1, len(host))
        return host[:place] + passage + host[place:]

    def run_of(self, paragraphs, count):
        """Paragraphs that follow each other and hold 40 words and more outside quotation marks; or None."""
        starts = list(range(len(paragraphs) - count + 1))
        self.random.shuffle(starts)
        for start in starts:
            run = paragraphs[start : start + count]
            if sum(len(re.sub(r'["“][^"”]*["”]', "", p).split()) for p in run) >= 40:
                return run
        return None

    def quotation(self, paragraphs):
        found = [q for p in paragraphs for q in re.findall(r"[“\"]([^“”\"]{80,400})[”\"]", p)]
        return self.random.choice(found) if found else None


class Folder:
    """What is written of one half."""

    def __init__(self, path):
        self.path = path
        (path / "reports").mkdir(parents=True, exist_ok=True)
        self.families, self.pairs = [], []

    def add(self, headline, paragraphs, families):
        name = f"{len(self.families):05}"
        text = headline + "\n\n" + "\n\n".join(paragraphs) + "\n"
        (self.path / "reports" / f"{name}.txt").write_text(text, encoding="utf-8")
        self.families.append(f"{name}\t{','.join(sorted(set(families)))}\n")
        return name

    def close(self):
        (self.path / "families.tsv").write_text("".join(self.families))
        (self.path / "pairs.tsv").write_text("".join("\t".join(pair) + "\n" for pair in self.pairs))
        print(self.path, len(self.families), "reports", len(self.pairs), "pairs")


def half(name):
    return hashlib.sha256(name.encode()).digest()[0] % 2


def make(folder, seed, sources, families, stories):
    vocabulary = sorted({w for _, ps in sources.values() for p in ps[:3] for w in p.split() if w.isalpha()})
    editor = Editor(seed, vocabulary)
    names = list(sources)
    ids = {n: folder.add(sources[n][0], sources[n][1], [families.of(n)]) for n in names}

    def pair(kind, gold, name, headline, paragraphs, others=()):
        held = [families.of(name)] if gold != "none" else []
        other = folder.add(headline, paragraphs, held + [families.of(o) for o in others])
        folder.pairs.append((ids[name], other, kind, gold))

    for name in names:
        headline, text = sources[name]
        own_head = editor.random.choice(HEADS)
        pair("cut to 80 %", "whole", name, headline, editor.cut(text, 0.8))
        pair("cut to 40 %", "whole", name, headline, editor.cut(text, 0.4))
        pair("reordered", "whole", name, headline, editor.shuffled(text))
        pair("new lede", "whole", name, own_head, editor.lede(text))
        pair("credit, headline", "whole", name, own_head, editor.credited(text))
        pair("British", "whole", name, headline, editor.british(text))
        pair("edited 5 %", "whole", name, headline, editor.words(text, 0.05))
        pair("edited 10 %", "whole", name, headline, editor.words(text, 0.10))
        mixed = editor.credited(editor.lede(editor.words(editor.cut(text, 0.6), 0.05)))
        pair("cut, lede, 5 %, credit", "whole", name, own_head, mixed)
        for count, share in [(2, 0), (3, 0), (2, 0.05), (3, 0.10)]:
            passage = editor.run_of(text, count)
            host = editor.random.choice([n for n in names if families.of(n) != families.of(name)])
            if not passage:
                continue
            kind = f"{count} paragraphs" + (f", {round(share * 100)} %" if share else "")
            passage = editor.words(passage, share)
            pair(kind, "partial", name, sources[host][0], editor.within(sources[host][1], passage), [host])

        host = editor.random.choice([n for n in names if families.of(n) != families.of(name)])
        quotation = editor.quotation(text)
        if quotation:
            said = [f"“{quotation}” was how it was put on the day, in a room that had gone quiet."]
            pair("quotation", "none", name, sources[host][0], editor.within(sources[host][1], said), [host])
        first, second = editor.random.sample(STANDING, 2) if editor.random.random() < 0.3 else (
            editor.random.choice(STANDING), "")
        tail = [p for p in (first, second) if p]
        mine = folder.add(headline, text + tail, [families.of(name)])
        theirs = folder.add(sources[host][0], sources[host][1] + tail, [families.of(host)])
        folder.pairs.append((mine, theirs, "standing words", "none"))
        folder.pairs.append((ids[name], ids[host], "other report", "none"))

    for documents in stories.values():
        numbers = {n: folder.add(n, ps, [families.of(n)]) for n, ps in documents}
        for (first, _), (second, _) in itertools.combinations(documents, 2):
            if families.of(first) != families.of(second):
                folder.pairs.append((numbers[first], numbers[second], "happening", "none"))
    folder.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", type=pathlib.Path)
    parser.add_argument("ecbplus", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()

    found = {name: (headline, text) for name, headline, text in articles(options.articles)}
    found = {n: v for n, v in found.items() if len(v[1]) >= 5 and 150 <= sum(len(p.split()) for p in v[1]) <= 2500}
    documents = collections.defaultdict(list)
    for topic, name, paragraphs in happenings(options.ecbplus):
        documents[topic].append((name, paragraphs))
    texts = {n: ps for n, (_, ps) in found.items()} | {n: ps for ds in documents.values() for n, ps in ds}
    families = Families(texts)
    for number, part in enumerate(["tune", "report"]):
        sources = {n: v for n, v in found.items() if half(families.of(n)) == number}
        stories = {t: ds for t, ds in documents.items() if half(t.removesuffix('plus')) == number}
        make(Folder(options.out / part), options.seed + number, sources, families, stories)


if __name__ == "__main__":
    main()
