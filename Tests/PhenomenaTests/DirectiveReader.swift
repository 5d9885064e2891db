import QuothAnnotation
import QuothReport

/// Turns the fields of one line into what it demands of a reading.
struct DirectiveReader {
  typealias Field = DirectiveLexer.Field
  typealias Problem = CaseError.Problem

  let finder: PassageFinder

  func demand(_ fields: [Field]) throws(Problem) -> Expectation.Demand {
    guard let first = fields.first, first.key == nil, case .words(let words) = first.value else {
      throw .unknownDirective("")
    }
    let rest = fields.dropFirst()
    if let demand = try attributionDemand(words[0], rest) { return .attribution(demand) }
    let records = RecordDirectiveReader(finder: finder)
    if let demand = try records.demand(words[0], rest) { return .record(demand) }
    throw .unknownDirective(words[0])
  }

  private func attributionDemand(_ name: String, _ fields: ArraySlice<Field>) throws(Problem)
    -> AttributionDemand?
  {
    switch name {
    case "expect": return .exists(try pattern(fields))
    case "says": return .pooled(try pattern(fields))
    case "absent":
      var pattern = try pattern(fields)
      pattern.sourceHead = nil
      return .missing(pattern)
    case "outside": return .outsideContents(try passages(fields, count: 1)[0])
    case "sentences": return .sentences(try passages(fields))
    case "sentence":
      guard let last = fields.last, last.key == "role" else { throw .badValue("role") }
      let roles: Set<Block.Role> = try names(last.value)
      return .sentenceRole(try passages(fields.dropLast(), count: 1)[0], roles.first ?? .body)
    case "same-source", "different-source":
      let pair = try passages(fields, count: 2)
      return .sources(same: name == "same-source", pair[0], pair[1])
    default: return nil
    }
  }

  /// Fields that are passages and no more, in the line's order.
  private func passages(_ fields: ArraySlice<Field>, count: Int? = nil) throws(Problem) -> [Passage]
  {
    guard !fields.isEmpty, count == nil || fields.count == count else {
      throw .badValue("\(fields.count) passages")
    }
    var passages: [Passage] = []
    for field in fields {
      guard field.key == nil, case .passages(let alternatives) = field.value else {
        throw .badValue(field.key ?? "\(field.value)")
      }
      passages.append(try finder.passage(alternatives[0]))
    }
    return passages
  }

  private func pattern(_ fields: ArraySlice<Field>) throws(Problem) -> AttributionPattern {
    var pattern = AttributionPattern()
    if let content = fields.first(where: { $0.key == "content" }) {
      pattern.content = try part(content.value)
    }
    let anchor: Passage? =
      if case .words(let passages) = pattern.content { passages.first } else { nil }
    for field in fields {
      switch field.key {
      case "content", "head": break
      case "source": pattern.source = try part(field.value, near: anchor)
      case "cue": pattern.cue = try part(field.value, near: anchor)
      case "venue": pattern.venue = try part(field.value, near: anchor)
      case "addressee": pattern.addressee = try part(field.value, near: anchor)
      case "caveat": pattern.caveat = try part(field.value, near: anchor)
      case "parent": pattern.parent = try part(field.value)
      case "when": pattern.saidWhen = try part(field.value)
      case "kind": pattern.kinds = try names(field.value)
      case "act": pattern.acts = try names(field.value)
      case "type": pattern.sourceTypes = try names(field.value)
      case nil where field.value == .words(["exact"]): pattern.isExact = true
      default: throw .unknownField(field.key ?? "\(field.value)")
      }
    }
    if case .words(let sources) = pattern.source {
      pattern.sourceHead = try head(of: sources[0], stated: fields.first { $0.key == "head" })
    }
    return pattern
  }

  private func part(_ value: DirectiveLexer.Value, near anchor: Passage? = nil) throws(Problem)
    -> AttributionPattern.Part
  {
    switch value {
    case .words(["none"]): return .absent
    case .words(["some"]): return .present
    case .words(let words):
      guard words.count == 1, words[0].first?.isNumber == true else {
        throw .badValue(words.joined(separator: "|"))
      }
      return .date(words[0])
    case .passages(let alternatives):
      var passages: [Passage] = []
      for parts in alternatives { passages.append(try finder.passage(parts, near: anchor)) }
      return .words(passages)
    }
  }

  private func names<Name: RawRepresentable & Hashable>(_ value: DirectiveLexer.Value)
    throws(Problem) -> Set<Name> where Name.RawValue == String
  {
    guard case .words(let words) = value else { throw .badValue("\(value)") }
    var names: Set<Name> = []
    for word in words {
      guard let name = Name(rawValue: word) else { throw .badValue(word) }
      names.insert(name)
    }
    return names
  }

  /// The head as the case states it, or the last word before the source's first comma.
  private func head(of source: Passage, stated: Field?) throws(Problem) -> Passage {
    guard let stated else { return finder.head(of: source) }
    guard case .passages(let alternatives) = stated.value else { throw .badValue("head") }
    let head = try finder.passage(alternatives[0], within: source)
    return head
  }
}
