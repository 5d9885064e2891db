import QuothReport
import QuothStatement

extension Reading {
  /// The narrowest statement that rests on an event.
  func statement(of event: Event) -> Statement? {
    statements.filter { $0.events.contains(event.id) }
      .min { $0.spans.reduce(0) { $0 + $1.count } < $1.spans.reduce(0) { $0 + $1.count } }
  }

  /// How sure the record makes an event: its statement's class, or where the event stands otherwise than
  /// the statement does, as one that is only planned there, the class of its status. Nil where no
  /// statement rests on it.
  func certainty(of event: Event) -> FactualityClass? {
    guard let statement = statement(of: event) else { return nil }
    let told = statement.certainty
    return event.status.fits(statement)
      ? FactualityClass(rawValue: told.code) : event.status.factuality
  }
}

extension Event.Status {
  /// Whether what a statement says of its predicate may be said of an event of this status.
  fileprivate func fits(_ statement: Statement) -> Bool {
    let told = statement.certainty
    return switch self {
    case .denied: told.isNegative
    case .possible: told.degree == .possible || told.degree == .probable
    case .planned: told.degree == .none || statement.timeClass == .planned
    case .hypothetical:
      told.degree == .none || [.hypothetical, .normative].contains(statement.timeClass)
    case .happened, .ongoing: told.degree == .certain && !told.isNegative
    }
  }

  fileprivate var factuality: FactualityClass {
    switch self {
    case .happened, .ongoing: .certain
    case .possible: .possible
    case .planned, .hypothetical: .uncommitted
    case .denied: .certainlyNot
    }
  }
}
