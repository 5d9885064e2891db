import QuothAnnotation
import QuothReport
import QuothStatement

/// What somebody holds to be so: a statement, or an attribution in which no statement was read.
struct Claim: Sendable, Hashable {
  var statement: Statement.ID?
  var attribution: Attribution.ID?
  var holder: Holder
  /// Its words, with those of the clauses that hang on it.
  var spans: [Span]

  enum Holder: Sendable, Hashable {
    /// One of ``ReadingIndex/sources``.
    case source(Int)
    case report
    case nobody
  }
}

extension Claim {
  /// What a statement claims, whether or not a brief tells it.
  init(_ statement: Statement, in index: ReadingIndex) {
    let attribution = statement.attribution.flatMap {
      index.reading.attributions.indices.contains($0) ? $0 : nil
    }
    let holder: Holder =
      if let attribution {
        index.holder(of: attribution)
      } else {
        statement.holder == .reporter ? .report : .nobody
      }
    let told = attribution.map { index.reading.attributions[$0] }
    self.init(
      statement: statement.id, attribution: attribution, holder: holder,
      spans: index.words.joined(
        statement.wording + (statement.isPhrase ? told.map { Self.cue(of: $0, index) } ?? [] : [])))
  }

  /// The cue where it tells what is done with a phrase: *praised her work*, but *said*, and *denied the charges*
  /// where the label says so.
  private static func cue(of attribution: Attribution, _ index: ReadingIndex) -> [Span] {
    guard attribution.act.stance == nil else { return [] }
    return attribution.cue.filter { span in
      let cue = index.words.line(span).lowercased()
      return cue.contains(where: \.isLetter) && !plain.contains(cue)
    }
  }

  private static let plain: Set<String> = [
    "said", "says", "say", "saying", "told", "tells", "according to",
  ]
}

/// Claims that stand against each other: who holds it to be so, who denies it.
struct Dispute: Sendable {
  /// What it is about, as an index into ``Claims/all``.
  var head: Int
  var voices: [Voice]

  struct Voice: Sendable, Hashable {
    var claim: Int
    /// Word for what it does to the head; nil where it holds it to be so.
    var opposition: String?
    /// Whether its own words only point back: *such claims*.
    var isReference: Bool
  }
}
