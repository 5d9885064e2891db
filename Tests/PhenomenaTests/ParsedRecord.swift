import QuothReport

/// The record of a report as the program writes it, parsed again: what its users get.
struct ParsedRecord {
  let index: WordIndex
  private let root: JSONValue
  private let text: [UInt8]
  /// The byte at which each code point of the text begins, and the end of the text.
  private let offsets: [Int]

  init(_ json: [UInt8], text: String) throws {
    root = try JSONValue(parsing: json)
    index = WordIndex(text)
    self.text = Array(text.utf8)
    var position = 0
    offsets =
      text.unicodeScalars.map { scalar in
        defer { position += scalar.utf8.count }
        return position
      } + [text.utf8.count]
  }

  func items(_ list: RecordPattern.List) -> [JSONValue] { root[list.rawValue].items }

  func item(_ list: RecordPattern.List, _ id: JSONValue) -> JSONValue {
    items(list).first { $0["id"] == id && id != .null } ?? .null
  }

  /// Whether the record fills the list, so that an empty one means that nothing was found.
  func reads(_ list: RecordPattern.List) -> Bool {
    root["layers"].items.contains(.string(list.rawValue))
  }

  /// Spans of a value of the record, in bytes: those of a list, or the one of an object with edges.
  func spans(_ value: JSONValue) -> Passage {
    if case .list(let items) = value { return items.flatMap(spans) }
    guard let start = value["start"].integer, let end = value["end"].integer,
      0 <= start, start <= end, end < offsets.count
    else { return [] }
    return [Span(start: offsets[start], end: offsets[end])]
  }

  func words(_ value: JSONValue) -> Set<Int> { index.words(in: spans(value)) }

  func quotation(_ passage: Passage) -> String {
    passage.map { "“" + String(decoding: text[$0.range], as: UTF8.self) + "”" }
      .joined(separator: " + ")
  }

  // MARK: Mentions

  /// A mention and the entity that it is one of.
  struct Mention {
    var entity: JSONValue
    var value: JSONValue
    /// How like it is to the passage that was asked for, up to 1.
    var likeness: Double
  }

  /// The mentions that are most like the passage, and at least half like it.
  func mentions(at passage: Passage) -> [Mention] {
    let close = items(.entities).flatMap { entity in
      entity["mentions"].items.map { mention in
        Mention(
          entity: entity, value: mention, likeness: likeness(of: mention, of: entity, to: passage))
      }
    }.filter { $0.likeness >= 0.5 }
    let best = close.map(\.likeness).max()
    return close.filter { $0.likeness == best }
  }

  /// Intersection over union of a mention with a passage; or, where the mention holds the whole
  /// passage beside titles and appositions, that of the entity's name with the words there.
  private func likeness(of mention: JSONValue, of entity: JSONValue, to passage: Passage) -> Double
  {
    let overlap = index.overlap(spans(mention), passage)
    guard words(mention).isSuperset(of: index.words(in: passage)) else { return overlap }
    let wanted = passage.flatMap { names(String(decoding: text[$0.range], as: UTF8.self)) }
    let name = names(entity["name"].word ?? "")
    let union = name.union(wanted).count
    return max(overlap, Double(name.intersection(wanted).count) / Double(max(1, union)))
  }

  private func names(_ words: String) -> Set<String> {
    Set(words.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  /// The ids of the entities mentioned at the passage.
  func entities(at passage: Passage) -> [JSONValue] { mentions(at: passage).map(\.entity["id"]) }

  /// The dateline names its place without a mention.
  func datelinePlace(at passage: Passage) -> JSONValue {
    let dateline = root["report"]["dateline"]
    return words(dateline).isDisjoint(with: index.words(in: passage)) ? .null : dateline["place"]
  }
}
