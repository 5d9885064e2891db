import QuothReport
import QuothAnnotation
import QuothLedger
import QuothStatement
import QuothTime

/// One statement as a line: how sure, who, in what words, when and where, and where it stands.
struct StatementLine {
  let statement: LedgerStatement

  init(_ statement: LedgerStatement) { self.statement = statement }

  /// `denies`, `probable`, `planned`
  var label: String {
    if let stance = statement.act?.stance { return stance }
    return statement.certainty.word(negationIsShown: Self.isNegated(statement.words))
  }

  var ink: Ink {
    if statement.act == .deny { return .denial }
    switch statement.certainty.degree {
    case .certain: return .saying
    case .probable, .possible, .none: return .caution
    }
  }

  /// Who holds it; a report's own voice is the outlet's.
  var holder: String {
    switch statement.holder {
    case .reporter: TerminalText.safe(statement.report.outlet) + " (own voice)"
    case .nobody: "nobody named"
    case .entities: statement.holderName ?? "nobody named"
    }
  }

  /// In quotation marks where all of it is the holder's own wording.
  var words: String { statement.kind == .direct ? "“\(statement.words)”" : statement.words }

  /// What keeps it from being read like a fact, when and where it is said to be.
  var details: [String] {
    let year = CalendarDay(number: statement.report.day).year
    return [
      statement.timeClass.caution, statement.time.flatMap { ShortTime($0, near: year)?.words },
      statement.place,
    ].compactMap(\.self)
  }

  /// `characters 19–45`
  var characters: String { "characters \(statement.extent.start)–\(statement.extent.end)" }

  /// Where the words of lines begin: the widest label and two blanks.
  static let column = 15

  /// Writes it with its place.
  ///
  /// - Parameters:
  ///   - known: who holds it, where the lines around say so already.
  ///   - showsReport: whether its outlet and day are said.
  ///   - extra: what else is told of it.
  func write(
    to sheet: inout Sheet, indent: Int = 0, known: String? = nil, showsReport: Bool = true,
    extra: [String] = []
  ) {
    let tail = statement.name
    let place = (showsReport ? [LedgerWords.place(statement.report)] : []) + [characters]
    sheet.paragraph(
      (holder == known ? [] : [Run(holder + ":", .source)]) + [Run(words)]
        + details.map { Run("· " + $0, .circumstance) }
        + extra.map { Run("· " + $0, .circumstance) }
        + [Run("· " + place.joined(separator: ", "), .quiet)],
      indent: indent, hanging: indent + Self.column, head: Run(label, ink),
      tail: Run(tail, .quiet), margin: TerminalText.width(tail) + 2)
  }

  private static func isNegated(_ words: String) -> Bool {
    words.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.contains { word in
      negations.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t")
    }
  }

  private static let negations: Set<Substring> = [
    "not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "nowhere", "without",
    "cannot",
  ]
}
