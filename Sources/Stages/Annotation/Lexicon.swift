import QuothSyntax
/// What is known of the words around an attribution, read from `Lexicons`.
///
/// Each file is lines of fields divided by tabs; lines that begin with `#` are notes. The last field
/// of a line, but for the list of states, is an example of our own, which a test reads.
public struct Lexicon: Sendable {
  /// Act of each form of each verb of saying or thinking.
  public let verbs: [String: Attribution.Act]
  public let nouns: [String: Attribution.Act]
  let caveats: [Caveat]
  let venues: Set<String>
  /// Forms of the verbs that stand beside what is said without a conjunction.
  let tags: Set<String>
  public let sourceNouns: [String: SourceNoun]
  let titles: Set<String>
  /// Names and adjectives of states, in lower case.
  let states: Set<String>
  let stateAdjectives: Set<String>

  /// Words that limit a saying.
  struct Caveat: Sendable {
    enum Place: String, Sendable { case frame, following }
    enum Extent: String, Sendable { case phrase, clause, sentence }
    var place: Place
    var extent: Extent
    var words: [String]
  }

  /// What kind of source a noun names.
  public enum SourceNoun: String, Sendable {
    case unnamedPerson = "unnamed_person"
    case unnamedCollective = "unnamed_collective"
    case organisation, media, document
  }

  /// The files it is read from, below the folder `Lexicons`.
  public static let files = [
    "attribution/verbs.tsv", "attribution/nouns.tsv", "attribution/caveats.tsv",
    "attribution/tags.tsv", "attribution/venues.tsv", "attribution/sources.tsv",
    "actors/states.tsv",
  ]

  /// Reads the lexicon.
  ///
  /// - Parameter file: the text of a file of ``files``, by name.
  /// - Throws: ``LexiconError`` naming file and line when a line has too few fields or a label that
  ///   is not known.
  public init(_ file: (String) -> [UInt8]) throws(LexiconError) {
    var verbs: [String: Attribution.Act] = [:]
    for row in try LexiconRows(file, "attribution/verbs.tsv", fields: 3).rows {
      let act = try row.label(Attribution.Act.self)
      for entry in row.words(field: 1) {
        for form in Inflection.forms(of: entry) { verbs[form] = verbs[form] ?? act }
      }
    }
    var nouns: [String: Attribution.Act] = [:]
    for row in try LexiconRows(file, "attribution/nouns.tsv", fields: 3).rows {
      let act = try row.label(Attribution.Act.self)
      for noun in row.words(field: 1) { nouns[noun] = act }
    }
    var caveats: [Caveat] = []
    for row in try LexiconRows(file, "attribution/caveats.tsv", fields: 4).rows {
      caveats.append(
        Caveat(
          place: try row.label(Caveat.Place.self),
          extent: try row.label(Caveat.Extent.self, field: 1),
          words: row.words(field: 2)))
    }
    var sourceNouns: [String: SourceNoun] = [:]
    var titles: Set<String> = []
    for row in try LexiconRows(file, "attribution/sources.tsv", fields: 3).rows {
      guard row.fields[0] != "title" else {
        titles.formUnion(row.words(field: 1))
        continue
      }
      let kind = try row.label(SourceNoun.self)
      for noun in row.words(field: 1) { sourceNouns[noun] = sourceNouns[noun] ?? kind }
    }
    var states: Set<String> = []
    var stateAdjectives: Set<String> = []
    for row in try LexiconRows(file, "actors/states.tsv", fields: 3).rows {
      if row.fields[1] == "name" { states.insert(row.fields[2].lowercased()) }
      if row.fields[1] == "adjective" { stateAdjectives.insert(row.fields[2].lowercased()) }
    }
    self.states = states
    self.stateAdjectives = stateAdjectives.subtracting(states)
    self.verbs = verbs
    self.nouns = nouns
    self.caveats = caveats.sorted { $0.words.count > $1.words.count }
    self.tags = Set(
      try LexiconRows(file, "attribution/tags.tsv", fields: 2).rows.flatMap { $0.words(field: 0) }
        .flatMap(Inflection.forms).filter { !$0.hasSuffix("ing") })
    self.venues = Set(
      try LexiconRows(file, "attribution/venues.tsv", fields: 2).rows.flatMap { $0.words(field: 0) }
    )
    self.sourceNouns = sourceNouns
    self.titles = titles
  }

  /// Whether a word, in lower case and before `next`, could show a saying of somebody's: a verb of
  /// saying or thinking, or a noun whose content follows, *the fear that*, *a report by*.
  func mayCue(_ word: String, before next: String) -> Bool {
    verbs[word] != nil || word == "according"
      || nouns[word] != nil && ["that", "by", "from"].contains(next)
  }

  /// Whether a word, in lower case, is a title before a name: *dr*, *Dr.*, *minister*.
  public func isTitle(_ word: String) -> Bool {
    titles.contains(word.hasSuffix(".") ? String(word.dropLast()) : word)
  }
}

/// What is wrong with a lexicon file.
public enum LexiconError: Error, Sendable, Hashable {
  case wrongFields(file: String, line: Int, expected: Int, found: Int)
  case unknownLabel(file: String, line: Int, label: String)

  public var slug: String { "lexicon.malformed" }

  public var message: String {
    switch self {
    case .wrongFields(let file, let line, let expected, let found):
      "\(file), line \(line): \(found) fields where \(expected) are due, divided by tabs"
    case .unknownLabel(let file, let line, let label):
      "\(file), line \(line): \"\(label)\" is no known label"
    }
  }
}
