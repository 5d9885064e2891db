import QuothReport

/// Compares the lists of a record with what a case demands of them.
///
/// Words may differ where careful readers do: an item stands at a passage when at least half of the
/// words of both together are common to both. Values may not.
struct RecordJudge {
  private let record: ParsedRecord

  /// Least intersection over union of an item's words with what is expected.
  private let overlap = 0.5
  /// Words that a role may have beyond the expected ones.
  private let spareRoleWords = 4

  init(_ json: [UInt8], text: String) throws {
    record = try ParsedRecord(json, text: text)
  }

  /// What the record says instead; `nil` when it meets the demand.
  func shortfall(of demand: RecordDemand) -> String? {
    switch demand {
    case .exists(let pattern): shortfall(ofSome: pattern)
    case .missing(let pattern): shortfall(ofNone: pattern)
    case .entities(let same, let mentions): shortfall(ofEntitiesAt: mentions, same: same)
    }
  }

  private func shortfall(ofSome pattern: RecordPattern) -> String? {
    let candidates = record.items(pattern.list).filter { stands($0, pattern) }
    guard !candidates.isEmpty else {
      let sought = "no \(pattern.list.noun) \(place(of: pattern))"
      return record.reads(pattern.list)
        ? "\(sought) among \(record.items(pattern.list).count)"
        : "\(sought): \(pattern.list.rawValue) are not read"
    }
    let reasons = candidates.map { item in
      pattern.fields.filter { !matches(item, $0, pattern) }.map { found($0.key, in: item) }
    }
    if reasons.contains([]) { return nil }
    return "\(pattern.list.noun) \(place(of: pattern)): "
      + reasons.map { $0.joined(separator: ", ") }.joined(separator: "; or ")
  }

  private func shortfall(ofNone pattern: RecordPattern) -> String? {
    guard record.reads(pattern.list) else { return "\(pattern.list.rawValue) are not read" }
    let found = record.items(pattern.list).contains { item in
      stands(item, pattern) && pattern.fields.allSatisfy { matches(item, $0, pattern) }
    }
    return found ? "there is such a \(pattern.list.noun) \(place(of: pattern))" : nil
  }

  /// One entity has all the mentions; or no two of them have an entity in common.
  private func shortfall(ofEntitiesAt mentions: [[Passage]], same: Bool) -> String? {
    let entities = mentions.map { alternatives in
      Set(alternatives.flatMap(record.entities).compactMap(\.word))
    }
    if let missing = entities.firstIndex(where: \.isEmpty) {
      return "no entity at " + quotations(mentions[missing])
    }
    let ids = entities.map { $0.sorted().joined(separator: "/") }.joined(separator: ", ")
    if same {
      let common = entities.dropFirst().reduce(entities[0]) { $0.intersection($1) }
      return common.isEmpty ? "entities are \(ids)" : nil
    }
    let distinct = entities.reduce(into: Set<String>()) { $0.formUnion($1) }.count
    return distinct < entities.reduce(0) { $0 + $1.count } ? "entities are \(ids)" : nil
  }

  // MARK: Where an item stands

  private func stands(_ item: JSONValue, _ pattern: RecordPattern) -> Bool {
    switch pattern.list {
    case .statements: isAt(pattern.words, item["spans"])
    case .events: isAt(pattern.words, item["trigger"])
    case .times: isAt(pattern.words, item)
    case .entities: pattern.words.contains { record.entities(at: $0).contains(item["id"]) }
    case .places: pattern.words.contains { isPlace(item, at: $0) }
    case .relations:
      pattern.fields.contains { $0.key == .type && matches(item, $0, pattern) }
    }
  }

  private func isAt(_ passages: [Passage], _ value: JSONValue) -> Bool {
    passages.contains { record.index.overlap(record.spans(value), $0) >= overlap }
  }

  private func isPlace(_ place: JSONValue, at passage: Passage) -> Bool {
    record.entities(at: passage).contains(place["entity"])
      || record.datelinePlace(at: passage) == place["id"]
  }

  // MARK: Fields

  private func matches(
    _ item: JSONValue, _ field: RecordPattern.Field, _ pattern: RecordPattern
  ) -> Bool {
    switch field.key {
    case .has: isSuperset(record.words(item["spans"]), field.value)
    case .lacks: isDisjoint(record.words(item["spans"]), field.value)
    case .hedges:
      isPresent(item["hedges"], field.value)
        ?? isSuperset(record.words(item["hedges"]), field.value)
    case .holder, .actors, .recipients:
      isPresent(item[field.key.rawValue], field.value)
        ?? names(item[field.key.rawValue], field.value, inOrder: false)
    case .chain: names(item["chain"], field.value, inOrder: true)
    case .time:
      isPresent(item["time"], field.value) ?? isTime(item["time"], field.value)
    case .begin, .end: isWord(item["time"][field.key.rawValue], field.value)
    case .place: isPresent(item["place"], field.value) ?? isPlace(item["place"], field.value)
    case .context:
      isPresent(item["contexts"], field.value)
        ?? item["contexts"].items.contains { isWord($0, field.value) }
    case .number,
      .value where pattern.list == .events, .unit:
      hasNumber(item, pattern.fields)
    case .role, .of: hasRole(item, pattern.fields)
    case .kind, .metonym:
      pattern.words.contains { passage in
        record.mentions(at: passage).contains { mention in
          mention.entity == item && isWord(mention.value[field.key.rawValue], field.value)
        }
      }
    case .from, .to: isStatement(item[field.key.rawValue], field.value)
    case .certainty, .reporterCertainty, .class, .lemma, .type, .mode, .status, .value, .country,
      .link, .gender, .name, .precision, .mod:
      isWord(item[field.key.rawValue], field.value)
    }
  }

  /// The answer for `none` and `some`.
  private func isPresent(_ value: JSONValue, _ wanted: RecordPattern.Value) -> Bool? {
    switch wanted {
    case .absent: value.isEmpty
    case .present: !value.isEmpty
    case .values, .passages: nil
    }
  }

  private func isWord(_ value: JSONValue, _ wanted: RecordPattern.Value) -> Bool {
    if let isPresent = isPresent(value, wanted) { return isPresent }
    guard case .values(let words) = wanted, let word = value.word else { return false }
    return words.contains(word)
  }

  private func isSuperset(_ words: Set<Int>, _ wanted: RecordPattern.Value) -> Bool {
    guard case .passages(let alternatives) = wanted else { return false }
    return alternatives.contains {
      words.isSuperset(of: record.index.words(in: $0.flatMap(\.self)))
    }
  }

  private func isDisjoint(_ words: Set<Int>, _ wanted: RecordPattern.Value) -> Bool {
    guard case .passages(let alternatives) = wanted else { return false }
    return alternatives.allSatisfy {
      words.isDisjoint(with: record.index.words(in: $0.flatMap(\.self)))
    }
  }

  /// Whether ids name the entities at the passages: each of them; or all layers of a chain from
  /// behind the reporter inwards, and no others.
  private func names(_ ids: JSONValue, _ wanted: RecordPattern.Value, inOrder: Bool) -> Bool {
    let named = ids.items.filter { $0 != .string("reporter") }
    switch wanted {
    case .values: return named.isEmpty && [ids, ids.items.first].contains(.string("reporter"))
    case .passages(let alternatives):
      return alternatives.contains { passages in
        let entities = passages.map { record.entities(at: $0) }
        if inOrder {
          return named.count == entities.count
            && zip(named, entities).allSatisfy { $1.contains($0) }
        }
        return entities.allSatisfy { $0.contains { named.contains($0) } }
      }
    case .absent, .present: return false
    }
  }

  /// By its value, or by the expression that it was read from.
  private func isTime(_ time: JSONValue, _ wanted: RecordPattern.Value) -> Bool {
    guard case .passages(let alternatives) = wanted else { return isWord(time["value"], wanted) }
    return time["times"].items.contains { id in
      isAt(alternatives.map { $0.flatMap(\.self) }, record.item(.times, id))
    }
  }

  private func isPlace(_ id: JSONValue, _ wanted: RecordPattern.Value) -> Bool {
    guard case .passages(let alternatives) = wanted else { return false }
    let place = record.item(.places, id)
    return place != .null && alternatives.contains { isPlace(place, at: $0.flatMap(\.self)) }
  }

  /// Whether one number meets all that the pattern says of numbers; a unit is known by any of its
  /// words.
  private func hasNumber(_ event: JSONValue, _ fields: [RecordPattern.Field]) -> Bool {
    if fields.contains(where: { $0.key == .number && isPresent(event["numbers"], $0.value) == true }
    ) {
      return true
    }
    return event["numbers"].items.contains { number in
      fields.allSatisfy { field in
        switch (field.key, field.value) {
        case (.number, .passages(let alternatives)):
          !record.words(number).isDisjoint(
            with: record.index.words(in: alternatives.flatMap { $0.flatMap(\.self) }))
        case (.number, _): false
        case (.value, _): isWord(number["value"], field.value)
        case (.unit, .values(let units)):
          (number["unit"].word ?? "").lowercased().split { !$0.isLetter && $0 != "%" }
            .contains { units.contains(String($0)) }
        case (.unit, _): isPresent(number["unit"], field.value) ?? false
        default: true
        }
      }
    }
  }

  /// Whether one role meets all that the pattern says of roles.
  private func hasRole(_ entity: JSONValue, _ fields: [RecordPattern.Field]) -> Bool {
    if fields.contains(where: { $0.key == .role && isPresent(entity["roles"], $0.value) == true }) {
      return true
    }
    return entity["roles"].items.contains { role in
      fields.allSatisfy { field in
        switch (field.key, field.value) {
        case (.role, .passages(let alternatives)):
          alternatives.contains { passages in
            let wanted = record.index.words(in: passages.flatMap(\.self))
            let found = record.words(role)
            return found.isSuperset(of: wanted)
              && found.subtracting(wanted).count <= spareRoleWords
          }
        case (.of, .passages(let alternatives)):
          alternatives.contains { $0.contains { record.entities(at: $0).contains(role["of"]) } }
        case (.role, _), (.of, _): isPresent(role["of"], field.value) ?? false
        default: true
        }
      }
    }
  }

  /// A statement that a relation joins is known by its words, or by a few that it holds all of.
  private func isStatement(_ id: JSONValue, _ wanted: RecordPattern.Value) -> Bool {
    guard case .passages(let alternatives) = wanted else { return isPresent(id, wanted) ?? false }
    let spans = record.item(.statements, id)["spans"]
    return isAt(alternatives.map { $0.flatMap(\.self) }, spans)
      || isSuperset(record.words(spans), wanted)
  }

  // MARK: What was found

  private func place(of pattern: RecordPattern) -> String {
    guard pattern.list == .relations else {
      return "at " + quotations(pattern.words)
    }
    guard case .values(let types) = pattern.fields.first?.value else { return "of any type" }
    return types.joined(separator: " or ")
  }

  private func quotations(_ passages: [Passage]) -> String {
    passages.map(record.quotation).joined(separator: " or ")
  }

  private func found(_ key: RecordPattern.Key, in item: JSONValue) -> String {
    let value: JSONValue =
      switch key {
      case .has, .lacks: item["spans"]
      case .begin, .end: item["time"][key.rawValue]
      case .context: item["contexts"]
      case .role, .of: item["roles"]
      case .kind, .metonym: .list(item["mentions"].items.map { $0[key.rawValue] })
      case .holder, .chain, .actors, .recipients: named(item[key.rawValue])
      case .from, .to: record.item(.statements, item[key.rawValue])["spans"]
      case .value, .number, .unit:
        item["numbers"] == .null ? item["value"] : numbers(item["numbers"])
      default: item[key.rawValue]
      }
    return "\(key.rawValue) is \(described(value))"
  }

  /// Entities by their names.
  private func named(_ ids: JSONValue) -> JSONValue {
    guard case .list(let ids) = ids else { return ids }
    return .list(
      ids.map { id in
        let entity = record.item(.entities, id)
        return entity == .null ? id : entity["name"]
      })
  }

  private func numbers(_ numbers: JSONValue) -> JSONValue {
    .list(
      numbers.items.map { number in
        .string([number["value"], number["unit"]].compactMap(\.word).joined(separator: " "))
      })
  }

  private func described(_ value: JSONValue) -> String {
    if let word = value.word { return word }
    let spans = record.spans(value)
    if !spans.isEmpty { return record.quotation(spans) }
    switch value {
    case .list(let items): return "[" + items.map(described).joined(separator: " ") + "]"
    case .object: return described(value["value"])
    default: return "nothing"
    }
  }
}
