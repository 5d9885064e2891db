import QuothReport

/// Turns the fields of one line into what it demands of the lists of the record.
struct RecordDirectiveReader {
  typealias Field = DirectiveLexer.Field
  typealias Problem = CaseError.Problem

  let finder: PassageFinder

  /// The demand of a line that begins with `name`; `nil` where the record knows no such thing.
  func demand(_ name: String, _ fields: ArraySlice<Field>) throws(Problem) -> RecordDemand? {
    if name == "same-entity" || name == "different-entity" {
      guard fields.count > 1 else { throw .badValue("\(fields.count) passages") }
      var mentions: [[Passage]] = []
      for field in fields { mentions.append(try words(field)) }
      return .entities(same: name == "same-entity", mentions)
    }
    for list in RecordPattern.List.allCases {
      if name == list.noun { return .exists(try pattern(of: list, fields)) }
      if name == "no-" + list.noun { return .missing(try pattern(of: list, fields)) }
    }
    return nil
  }

  /// The first field says where the item stands, or of what type a relation is.
  private func pattern(of list: RecordPattern.List, _ fields: ArraySlice<Field>) throws(Problem)
    -> RecordPattern
  {
    guard let first = fields.first else { throw .badValue(list.noun) }
    var pattern = RecordPattern(list: list)
    if list == .relations {
      guard first.key == nil else { throw .badValue(list.noun) }
      pattern.fields.append(.init(key: .type, value: try value(first.value, of: .type, in: list)))
    } else {
      pattern.words = try words(first)
    }
    let anchor = pattern.words.first
    for field in fields.dropFirst() {
      guard let name = field.key, let key = RecordPattern.Key(rawValue: name),
        list.keys.contains(key)
      else { throw .unknownField(field.key ?? "\(field.value)") }
      let value = try value(field.value, of: key, in: list, near: anchor)
      pattern.fields.append(.init(key: key, value: value))
    }
    return pattern
  }

  private func words(_ field: Field) throws(Problem) -> [Passage] {
    guard field.key == nil, case .passages(let alternatives) = field.value else {
      throw .badValue(field.key ?? "\(field.value)")
    }
    var passages: [Passage] = []
    for parts in alternatives { passages.append(try finder.passage(parts)) }
    return passages
  }

  private func value(
    _ value: DirectiveLexer.Value, of key: RecordPattern.Key, in list: RecordPattern.List,
    near anchor: Passage? = nil
  ) throws(Problem) -> RecordPattern.Value {
    switch value {
    case .words(["none"]): return .absent
    case .words(["some"]): return .present
    case .words(let words):
      if let vocabulary = list.vocabulary(of: key) {
        for word in words where !vocabulary.contains(word) { throw .badValue(word) }
      }
      return .values(words.map { $0.replacing("_", with: key == .name ? " " : "_") })
    case .passages(let alternatives):
      var passages: [[Passage]] = []
      for parts in alternatives {
        var ordered: [Passage] = []
        for part in parts { ordered.append(try finder.passage(part, nearest: anchor)) }
        passages.append(ordered)
      }
      return .passages(passages)
    }
  }
}
