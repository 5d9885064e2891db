/// How people name a thing of a ledger.
///
///     LedgerName("r12t4")     // .part(.report(12), .statement, 4)
///     LedgerName("c12")       // .claim(12)
///
/// A report is also named by its id, or by as much of it as tells it apart; what stands in it, then, behind a
/// slash: `sha256:1d6a35/t4`.
public enum LedgerName: Sendable, Hashable {
  case report(ReportName)
  case part(ReportName, Part, Int)
  case claim(Int)
  case story(Int)
  case family(Int)
  case actor(Int)
  case origin(Int)
  case happening(Int)

  public enum ReportName: Sendable, Hashable {
    case number(Int)
    /// The beginning of an id.
    case id(String)
  }

  /// What stands in a report.
  public enum Part: String, Sendable, Hashable {
    case attribution = "a"
    case statement = "t"
    case event = "v"
    case entity = "e"
  }

  /// Nil for what is no name of this kind.
  public init?(_ text: String) {
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    if pieces.count == 2, let report = Self.report(pieces[0]), let part = Self.part(pieces[1]) {
      self = .part(report, part.0, part.1)
      return
    }
    guard pieces.count == 1, let letter = text.first else { return nil }
    if let report = Self.report(text[...]) {
      self = .report(report)
      return
    }
    let rest = text.dropFirst()
    if letter == "r" {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let report = Self.number(digits), let part = Self.part(rest[digits.endIndex...]) else {
        return nil
      }
      self = .part(.number(report), part.0, part.1)
      return
    }
    guard let number = Self.number(rest) else { return nil }
    switch letter {
    case "c": self = .claim(number)
    case "y": self = .story(number)
    case "f": self = .family(number)
    case "k": self = .actor(number)
    case "o": self = .origin(number)
    case "g": self = .happening(number)
    default: return nil
    }
  }

  private static func report(_ text: Substring) -> ReportName? {
    if text.hasPrefix("sha256:"), text.utf8.count > 10 { return .id(String(text)) }
    guard text.first == "r" else { return nil }
    return number(text.dropFirst()).map(ReportName.number)
  }

  private static func part(_ text: Substring) -> (Part, Int)? {
    guard let part = text.first.flatMap({ Part(rawValue: String($0)) }),
      let number = number(text.dropFirst())
    else { return nil }
    return (part, number)
  }

  /// A whole number from 1, as its digits alone write it.
  private static func number(_ text: Substring) -> Int? {
    guard text.first != "0", text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(text)
  }
}
