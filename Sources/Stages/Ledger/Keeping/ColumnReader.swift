import QuothAnnotation
import QuothReport
import QuothStatement
import QuothTime

/// Reads what ``ColumnWriter`` wrote, over the text of one report.
///
/// Total: what is not as it was written reads as empty, and `quoth ledger check` names it.
struct ColumnReader {
  /// The byte at which each code point begins; empty for ASCII, where they are the same.
  private let offsets: [Int]
  private let count: Int

  init(_ bytes: [UInt8]) {
    count = bytes.count
    offsets =
      bytes.allSatisfy { $0 < 0x80 }
      ? [] : bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
  }

  /// Reads spans as the code points that the columns hold.
  static let points = ColumnReader([], isUnbounded: true)

  private init(_ bytes: [UInt8], isUnbounded: Bool) {
    count = isUnbounded ? Int.max : bytes.count
    offsets = []
  }

  func spans(_ column: String) -> [Span] { elements(column).compactMap(span) }

  /// Pairs of the same passage in a report and in another one.
  func passages(_ column: String) -> [(own: Span, other: Span)] {
    elements(column).compactMap { json in
      let pair = json.elements.compactMap(span)
      return pair.count == 2 ? (pair[0], pair[1]) : nil
    }
  }

  func span(_ column: String) -> Span { JSON(column).flatMap(span) ?? Span(start: 0, end: 0) }

  func indices(_ column: String) -> [Int] { elements(column).compactMap(number).map { $0 - 1 } }

  func strings(_ column: String) -> [String] { elements(column).compactMap(\.string) }

  func holder(_ column: String) -> Statement.Holder {
    // A string or null alone is no JSON text that JSON reads.
    column == "\"reporter\"" ? .reporter : JSON(column).map(holder) ?? .nobody
  }

  func chain(_ column: String) -> [Statement.Holder] { elements(column).map(holder) }

  func time(_ column: String?) -> Time? {
    guard let json = column.flatMap(JSON.init), let value = json["value"]?.string else {
      return nil
    }
    return Time(
      value: value, begin: json["begin"]?.string, end: json["end"]?.string,
      basis: json["basis"]?.string.flatMap(Time.Basis.init) ?? .inferred,
      span: json["span"].flatMap(span) ?? Span(start: 0, end: 0))
  }

  func dateline(_ column: String?) -> Dateline? {
    let edges = column.map(spans) ?? []
    return edges.count == 2 ? Dateline(span: edges[0], place: edges[1]) : nil
  }

  func blocks(_ column: String) -> [Block] {
    elements(column).compactMap { json in
      let parts = json.elements
      guard let span = span(json), parts.count == 4,
        let role = parts[2].string.flatMap(Block.Role.init),
        let form = parts[3].string.flatMap(Block.Form.init)
      else { return nil }
      return Block(span: span, role: role, form: form)
    }
  }

  func warnings(_ column: String) -> [Warning] {
    elements(column).compactMap { json in
      guard let slug = json["slug"]?.string, let message = json["message"]?.string else {
        return nil
      }
      return Warning(slug: slug, message: message)
    }
  }

  func mentions(_ column: String) -> [Entity.Mention] {
    elements(column).compactMap { json in
      let parts = json.elements
      guard let span = span(json), parts.count == 5,
        let kind = parts[2].string.flatMap(Entity.Mention.Kind.init)
      else { return nil }
      return Entity.Mention(
        span: span, kind: kind, isMetonym: number(parts[3]) == 1,
        isMisspelt: number(parts[4]) == 1)
    }
  }

  func roles(_ column: String) -> [Entity.Role] {
    elements(column).compactMap { json in
      let parts = json.elements
      guard let span = span(json), parts.count == 4,
        let standing = parts[2].string.flatMap(Entity.Role.Standing.init)
      else { return nil }
      return Entity.Role(span: span, of: number(parts[3]).map { $0 - 1 }, standing: standing)
    }
  }

  func counts(_ column: String) -> [Event.Count] {
    elements(column).compactMap { json in
      guard let span = json["span"].flatMap(span) else { return nil }
      return Event.Count(
        span: span, value: json["value"]?.string.flatMap(Double.init),
        unit: json["unit"]?.string)
    }
  }

  // MARK: Parts

  private func elements(_ column: String) -> [JSON] { JSON(column)?.elements ?? [] }

  private func number(_ json: JSON) -> Int? {
    if case .number(let digits) = json { Int(digits) } else { nil }
  }

  private func span(_ json: JSON) -> Span? {
    let edges = json.elements.prefix(2).compactMap(number)
    guard edges.count == 2, edges[0] <= edges[1], edges[0] >= 0 else { return nil }
    return Span(start: offset(edges[0]), end: offset(edges[1]))
  }

  private func offset(_ point: Int) -> Int {
    offsets.isEmpty ? min(point, count) : offsets[min(point, offsets.count - 1)]
  }

  private func holder(_ json: JSON) -> Statement.Holder {
    switch json {
    case .string: .reporter
    case .array(let numbers): .entities(numbers.compactMap(number).map { $0 - 1 })
    default: .nobody
    }
  }
}
