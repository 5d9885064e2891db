public import QuothAnnotation

/// Words that tell whom somebody speaks for, from `Lexicons/voices`.
public struct VoiceLexicon: Sendable {
  enum Kind: String, Sendable {
    case spokesperson, officer
    case stateOfficer = "state-officer"
    case stateBody = "state-body"
    case townOfficer = "town-officer"
    case townBody = "town-body"
  }

  public static let files = ["voices/voices.tsv"]

  private let words: [Kind: Set<Substring>]

  /// - Parameter file: the text of a file of ``files``, by name.
  /// - Throws: ``QuothAnnotation/LexiconError`` naming file and line when a line is malformed.
  public init(_ file: (String) -> [UInt8]) throws(LexiconError) {
    var words: [Kind: Set<Substring>] = [:]
    for row in try LexiconRows(file, Self.files[0], fields: 3).rows {
      let kind = try row.label(Kind.self)
      words[kind, default: []].formUnion(row.words(field: 1).map { Substring($0) })
    }
    self.words = words
  }

  func holds(_ word: Substring, _ kinds: Kind...) -> Bool {
    kinds.contains { words[$0]?.contains(word) ?? false }
  }
}
