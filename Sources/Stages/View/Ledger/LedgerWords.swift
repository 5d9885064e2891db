import QuothLedger
import QuothTime

/// Counts and days of a ledger in words.
enum LedgerWords {
  /// `1 report`, `4 reports`
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// `Wed 9 Sep 2026`
  static func day(_ number: Int) -> String { CalendarDay(number: number).words }

  /// `9–16 Sep 2026`
  static func days(_ first: Int, _ last: Int) -> String {
    ShortTime(
      value: "", from: CalendarDay(number: first), to: CalendarDay(number: last), near: nil)?.words
      ?? ""
  }

  /// `Halyard News, Wed 9 Sep 2026`
  static func place(_ report: LedgerReport) -> String {
    "\(TerminalText.safe(report.outlet)), \(day(report.day))"
  }

  /// `Ana Ruiz, Ilse Brandt and 3 more`
  static func list(_ names: [String], most: Int) -> String {
    guard names.count > most else {
      return names.count < 2
        ? names.joined()
        : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    }
    return names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
  }

  /// The digit of the Admiralty scale with its meaning (AJP-2.1, annex A).
  static func credibility(_ digit: Int) -> String {
    let words = [
      "confirmed by others", "probably true", "possibly true", "doubtful", "improbable",
      "cannot be judged",
    ]
    return (1...6).contains(digit) ? "\(digit), \(words[digit - 1])" : "\(digit)"
  }

  /// `says`: what one statement does to another, with the rest of a sentence to come.
  static func disagreement(_ type: String) -> String {
    switch type {
    case "walks_back": "walks back"
    case "conflicts": "says otherwise"
    default: type
    }
  }
}
