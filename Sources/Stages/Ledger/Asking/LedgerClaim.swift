import QuothStatement

/// A claim with all that a ledger knows of it.
public struct LedgerClaim: Sendable, Hashable {
  public var key: Int
  public var words: String
  public var story: Int?
  /// Days since 1970.
  public var firstDay: Int
  public var lastDay: Int
  public var reports: Int
  public var independentOrigins: Int
  /// Admiralty scale, 1 to 6.
  public var credibility: Int
  /// In the order of publication.
  public var statements: [LedgerStatement]
  public var origins: [LedgerOrigin]
  public var disagreements: [LedgerDisagreement]

  /// `c12`
  public var name: String { "c\(key)" }

  public func origin(of statement: LedgerStatement) -> LedgerOrigin? {
    origins.first { $0.key == statement.origin }
  }

  /// How it moved: who said it first, who joined, denied or told it otherwise, who grew more or less sure. What only
  /// repeats is left out.
  public var history: [LedgerChange] {
    var changes: [LedgerChange] = []
    var grades: [Int?: Int] = [:]
    for statement in statements {
      let grade = statement.certainty.degree.rawValue
      let kind: LedgerChange.Kind?
      if let answer = answer(statement) {
        kind = answer
      } else if let before = grades[statement.origin] {
        kind = grade > before ? .surer : grade < before ? .lessSure : nil
      } else {
        kind = changes.isEmpty ? .first : .origin
      }
      grades[statement.origin] = grade
      if let kind { changes.append(LedgerChange(kind: kind, statement: statement)) }
    }
    return changes
  }

  /// What a statement does to another one of the claim.
  private func answer(_ statement: LedgerStatement) -> LedgerChange.Kind? {
    for entry in disagreements where entry.from.key == statement.key {
      switch entry.type {
      case "denies", "disputes": return .denial
      case "conflicts": return .figure
      case "corrects": return .correction
      case "walks_back": return .walkBack
      default: continue
      }
    }
    return nil
  }
}
