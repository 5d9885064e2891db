import QuothReport
import QuothTime

/// Where a report comes from, in a line: publisher, author, day, place, whose copy it carries.
struct Provenance: Sendable {
  let phrases: [String]

  /// Columns of a credit line that are shown; an editor's note can be as long as a paragraph.
  private static let longestCredit = 80

  init(_ report: Report, words: Words) {
    var phrases: [String] = []
    if let publisher = report.publisher?.value.singleLine { phrases.append(publisher) }
    if let names = report.byline?.value, !names.isEmpty {
      phrases.append("by \(names.map(\.singleLine).joined(separator: ", "))")
    }
    if let published = report.published?.value {
      phrases.append(CalendarDay(published)?.words ?? published.singleLine)
    }
    if let dateline = report.dateline {
      phrases.append(Self.titleCase(words.line(dateline.place)))
    }
    for credit in report.credit.map(\.singleLine) where !credit.isEmpty {
      let shown = TerminalText.shortened(credit, to: Self.longestCredit)
      phrases.append(Self.isName(credit) ? "carries \(credit) copy" : shown)
    }
    self.phrases = phrases.filter { !$0.isEmpty }
  }

  /// A dateline's capitals as a name: `NEW SALTPORT` is New Saltport.
  private static func titleCase(_ place: String) -> String {
    guard place == place.uppercased() else { return place }
    return place.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }
      .joined(separator: " ")
  }

  /// Whether a credit is an agency's bare name rather than a line such as "With files from …".
  private static func isName(_ credit: String) -> Bool {
    let small: Set<String> = ["of", "the", "and", "de", "&"]
    let words = credit.split(separator: " ").map(String.init)
    return words.count <= 5
      && words.allSatisfy { small.contains($0) || $0.first?.isUppercase == true }
  }
}
