/// How an event is told, which may make another act of it: what somebody will do is agreed to or threatened,
/// what they would not do is refused, and what others must do is asked of them.
enum EventTelling {
  case plain, planned, refused, normative, uncommitted

  /// The act that telling an event of a type amounts to; nil where it is none.
  func type(of type: EventType) -> EventType? {
    switch (self, type) {
    case (.plain, _), (.uncommitted, _): type
    case (_, .accuse), (_, .agree), (_, .request), (_, .reject), (_, .threaten):
      self == .refused ? (type == .agree ? .reject : nil) : type
    case (.normative, _): .request
    case (.planned, .protest), (.planned, .sanction), (.planned, .mobilize), (.planned, .coerce),
      (.planned, .assault):
      .threaten
    case (.planned, _): .agree
    case (.refused, .protest), (.refused, .sanction), (.refused, .mobilize), (.refused, .coerce),
      (.refused, .assault):
      nil
    case (.refused, _): .reject
    }
  }
}
