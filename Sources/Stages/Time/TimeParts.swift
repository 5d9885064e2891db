/// What a rule and its words say, by slot; what the words say comes before the rule's own constants.
struct TimeParts {
  private let captures: [Capture]

  init(rule: TimeRule, captures: [Capture]) {
    self.captures = captures + rule.meaning.constants
  }

  subscript(_ slot: Capture.Slot) -> Capture? { captures.first { $0.slot == slot } }

  /// A whole number; `nil` where there is none or a vague one.
  func number(_ slot: Capture.Slot) -> Int? {
    guard let number = self[slot]?.number, number.isFinite else { return nil }
    return Int(number)
  }

  func word(_ slot: Capture.Slot) -> String? { self[slot]?.word }

  var grain: Grain? { word(.unit).flatMap(Grain.init) }
  var mod: TimeExpression.Modifier? { word(.mod).flatMap(TimeExpression.Modifier.init) }
}
