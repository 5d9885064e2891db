/// The commands that ask the ledger.
extension ProgramDescription {
  static let asking = [
    ask, claims, claim, conflicts, stories, story, timeline, search, show, actors, actor, sources,
    events, relations, copies,
  ]

  static let csv = OptionDescription(
    name: "csv", help: "Print rows of comma-separated values (RFC 4180)")
  static let limit = OptionDescription(
    name: "limit", letter: "n", value: .count,
    help: "Rows shown; 20 on a terminal, all as JSON or CSV, unless given")
  private static let storyOption = OptionDescription(
    name: "story", value: .words("STORY"), help: "Those of this story alone, such as y3")
  private static let from = OptionDescription(
    name: "from", value: .day, help: "Told on this day or later")
  private static let to = OptionDescription(
    name: "to", value: .day, help: "Told on this day or before")
  private static let source = OptionDescription(
    name: "source", value: .words("NAME"), help: "Said or passed on by NAME")
  private static let about = OptionDescription(
    name: "about", value: .words("NAME"), help: "Said of NAME, also where a pronoun stands for it")
  private static let rows = [ledger, jsonRows, csv, help]

  private static let claims = CommandDescription(
    name: "claims", summary: "lists claims and who stands behind them",
    discussion: [
      """
      Two lines a claim: its words with the number of independent origins, then who backs it, who \
      denies it, and in how many reports it stands. Those with most independent origins come first, \
      then those in most reports, then those told last. WORDS are looked for as in search.
      """
    ],
    operands: .init(usage: "WORDS", isRequired: false),
    options: [
      storyOption, source, about, from, to,
      OptionDescription(name: "disputed", help: "Those that are denied or told otherwise alone"),
      limit,
    ] + rows,
    examples: [
      .init(line: "quoth claims bridge --disputed", purpose: "What is disputed about a bridge"),
      .init(
        line: "quoth claims --json | jq -r 'select(.independent_origins > 1).words'",
        purpose: "What more than one origin says"),
    ])

  private static let claim = CommandDescription(
    name: "claim", summary: "shows one claim in full",
    discussion: [
      """
      Its words, its digit on the Admiralty scale, who disagrees, both texts side by side, each \
      origin with the rule that made it one and whether it counts, and how the claim moved by date. \
      Every line ends with the id of its statement, which show opens.
      """
    ],
    operands: .init(usage: "CLAIM", isRequired: true), options: rows,
    examples: [.init(line: "quoth claim c12", purpose: "One claim")])

  private static let conflicts = CommandDescription(
    name: "conflicts", summary: "lists disagreements, both texts side by side",
    discussion: [
      """
      Of the claims with disagreement, those told last first: what one says and what the other does, \
      with figures that differ between marks.
      """
    ],
    options: [storyOption, limit] + rows,
    examples: [.init(line: "quoth conflicts --story y3", purpose: "Those of one story")])

  private static let stories = CommandDescription(
    name: "stories", summary: "lists stories, those told last first",
    discussion: [
      """
      A story is all reports on one happening. On the terminal each has its first headline, days and \
      most backed claims; as JSON or CSV there is one row a report, with its story, its family of \
      copies and the report it is a version of.
      """
    ],
    options: [limit] + rows,
    examples: [.init(line: "quoth stories", purpose: "The newest stories")])

  private static let story = CommandDescription(
    name: "story", summary: "shows the claims and reports of one story",
    operands: .init(usage: "STORY", isRequired: true), options: [limit] + rows,
    examples: [.init(line: "quoth story y3", purpose: "One story")])

  private static let timeline = CommandDescription(
    name: "timeline", summary: "shows day by day what was claimed in a story or by an actor",
    discussion: [
      """
      For a story, every step of its most backed claims: who said it first, who joined, denied or \
      corrected it. For an actor, named by id or name, all that it said.
      """
    ],
    operands: .init(usage: "STORY|ACTOR", isRequired: true), options: [limit] + rows,
    examples: [
      .init(line: "quoth timeline y3", purpose: "A story"),
      .init(line: "quoth timeline 'Ilse Brandt'", purpose: "What somebody said"),
    ])

  private static let search = CommandDescription(
    name: "search", summary: "finds statements by their words and fields",
    discussion: [
      """
      All words have to be there, in any form; quotation marks make a phrase, a star at its end a \
      word that begins so. Fields stand in the query, as in holder:Brandt or place:"Kestrel bridge", \
      or as options.
      """
    ],
    operands: .init(usage: "WORDS", isRequired: false),
    options: [
      source,
      OptionDescription(
        name: "holder", value: .words("NAME"), help: "Held by NAME, by name or office"),
      about,
      OptionDescription(
        name: "act", value: .words("ACT"), help: "Said in this way, such as deny, accuse, promise"),
      OptionDescription(
        name: "certainty", value: .words("GRADE"),
        help: "certain, probable, possible or open, or a code such as PR+"),
      OptionDescription(
        name: "kind", value: .choice(["direct", "indirect", "mixed"]),
        help: "Quoted, in the report's words, or partly quoted"),
      OptionDescription(
        name: "place", value: .words("NAME"), help: "Of what happens at this place"),
      from, to,
      OptionDescription(
        name: "publisher", value: .words("NAME"), help: "In reports of this publisher"),
      limit,
    ] + rows,
    examples: [
      .init(
        line: "quoth search '\"fired on\" holder:Brandt from:2026-03-01'",
        purpose: "A phrase of somebody's"),
      .init(line: "quoth search bridge --act deny", purpose: "Denials"),
    ])

  private static let show = CommandDescription(
    name: "show", summary: "opens what an id stands for",
    discussion: [
      """
      r12t4 is statement t4 of report r12, shown with the paragraph around it and its words between \
      marks; a, v and e are attributions, events and entities. A report is also named by its sha256 \
      id or the beginning of it: sha256:1d6a35/t4. c is a claim, y a story, k an actor, f a family \
      of copies, o an origin, g a happening. The id of what was merged leads to what it is part of.
      """
    ],
    operands: .init(usage: "ID...", isRequired: true), options: [limit] + rows,
    examples: [.init(line: "quoth show r12t4", purpose: "One statement in its paragraph")])

  private static let actor = CommandDescription(
    name: "actor", summary: "shows who somebody is, what they said and what is said of them",
    operands: .init(usage: "ACTOR", isRequired: true), options: [limit] + rows,
    examples: [.init(line: "quoth actor 'Ilse Brandt'", purpose: "By name; by id, k7")])

  private static let sources = CommandDescription(
    name: "sources", summary: "lists who speaks, how often, and how it fared",
    discussion: [
      """
      For each named actor: how many statements, those in copies left out; how many of them certain \
      or hedged; how many alone, where nobody else is an origin of the claim; how many that others \
      deny; how many that were corrected or walked back.
      """
    ],
    options: [limit] + rows,
    examples: [.init(line: "quoth sources --csv >sources.csv", purpose: "A table of all")])

  private static let relations = CommandDescription(
    name: "relations", summary: "lists what two actors do to each other, by month",
    discussion: [
      """
      Counts events in PLOVER's four classes: verbal and material cooperation, verbal and material \
      conflict. What is planned, possible, hypothetical or denied stands apart and counts nowhere. \
      Every event is shown with its sentence.
      """
    ],
    operands: .init(usage: "ACTOR ACTOR", isRequired: true), options: rows,
    examples: [.init(line: "quoth relations Norland Sudland", purpose: "Between two states")])

  private static let copies = CommandDescription(
    name: "copies", summary: "lists families of copies, or what was edited in a copy",
    discussion: [
      """
      Each family has its original, then its copies with how much was taken over and how that is \
      known. With a REPORT it shows, sentence by sentence, what was done to it or to its copies.
      """
    ],
    operands: .init(usage: "REPORT", isRequired: false), options: [limit] + rows,
    examples: [.init(line: "quoth copies r12", purpose: "Edits between a copy and its original")])
}
