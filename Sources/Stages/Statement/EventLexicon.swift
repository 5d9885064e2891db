public import QuothAnnotation
import QuothSyntax

/// Words that tell of political events, from `Lexicons/events`; its `SOURCE.md` says how rows are written.
public struct EventLexicon: Sendable {
  /// What a word tells of, where its complements are as the row asks.
  struct Row: Sendable {
    var type: EventType
    var mode: String?
    var contexts: [String]
    /// Word that must follow: *call for*, *step down*.
    var particle: String?
    /// Lemmas of which one must stand in a complement; empty where any will do.
    var complements: Set<String>
    /// Whether it must be done by or to somebody who acts in politics.
    var isOfParties: Bool

    fileprivate var precision: Int {
      (complements.isEmpty ? 0 : 1) + (particle == nil ? 0 : 2)
    }
  }

  public static let files =
    [
      "events/verbs.tsv", "events/nouns.tsv", "events/kinds.tsv", "events/contexts.tsv",
      "words/happenings.tsv",
    ] + Lemmatiser.files

  /// By lemma, the rows that ask for most before the others.
  let verbs: [String: [Row]]
  let nouns: [String: [Row]]
  /// Nouns for those who act in politics.
  let parties: Set<String>
  /// Verbs that leave the telling to their noun: *hold talks*.
  let lightVerbs: Set<String>
  let forms: Lemmatiser
  /// Words of a clause by the context they show.
  let contexts: [String: String]
  private let happenings: SortedLines

  /// - Parameter file: the text of a file of ``files``, by name.
  /// - Throws: ``QuothAnnotation/LexiconError`` naming file and line when a line is malformed.
  public init(_ file: (String) -> [UInt8]) throws(LexiconError) {
    var kinds: [String: Set<String>] = [:]
    for row in try LexiconRows(file, Self.files[2], fields: 2).rows {
      kinds[String(row.fields[0]), default: []].formUnion(row.words(field: 1))
    }
    var contexts: [String: String] = [:]
    for row in try LexiconRows(file, Self.files[3], fields: 2).rows {
      for word in row.words(field: 1) { contexts[word] = String(row.fields[0]) }
    }
    verbs = try Self.rows(file, Self.files[0], kinds)
    nouns = try Self.rows(file, Self.files[1], kinds)
    parties = kinds["party"] ?? []
    lightVerbs = kinds["light"] ?? []
    forms = Lemmatiser(file)
    self.contexts = contexts
    happenings = SortedLines(file(Self.files[4]))
  }

  /// Whether a noun, by its lemma, tells of something happening: *collapse*.
  ///
  /// - Complexity: O(log n) in the nouns that do.
  func isHappening(_ lemma: String) -> Bool { !happenings.fields(of: lemma).isEmpty }

  private static func rows(
    _ file: (String) -> [UInt8], _ name: String, _ kinds: [String: Set<String>]
  ) throws(LexiconError) -> [String: [Row]] {
    var found: [String: [Row]] = [:]
    for row in try LexiconRows(file, name, fields: 6).rows {
      let type = try row.label(EventType.self)
      let conditions = row.words(field: 4).filter { $0 != "-" }
      var complements: Set<String> = []
      for condition in conditions where condition != "someone" {
        if condition.hasPrefix("@") {
          complements.formUnion(kinds[String(condition.dropFirst())] ?? [])
        } else {
          complements.insert(condition)
        }
      }
      for word in row.words(field: 3) {
        let parts = word.split(separator: "-", maxSplits: 1).map(String.init)
        found[parts[0], default: []].append(
          Row(
            type: type, mode: row.fields[1] == "-" ? nil : String(row.fields[1]),
            contexts: row.words(field: 2).filter { $0 != "-" },
            particle: parts.count > 1 ? parts[1] : nil, complements: complements,
            isOfParties: conditions.contains("someone")))
      }
    }
    return found.mapValues { rows in
      // A stable sort: rows of the same precision stay in the order of the file.
      rows.enumerated().sorted {
        ($1.element.precision, $0.offset) < ($0.element.precision, $1.offset)
      }.map(\.element)
    }
  }
}
