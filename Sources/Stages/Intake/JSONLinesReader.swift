import QuothReport

/// Reads reports from JSON Lines: one object a line, with `text` and, where known, `url`, `title` and
/// `published`.
///
///     var lines = JSONLinesReader(name: "reports.jsonl", names: ["text": "body"])
///     lines.read(Array(#"{"body": "The bridge is shut."}"#.utf8) + [0x0A]).count     // 1
///
/// A bad line is named by its number, and the rest goes on. A date that cannot be read is left out.
///
/// Source: jsonlines.org, with the leniency of our JSON.
public struct JSONLinesReader: DocumentStream {
  /// The fields that are read, by the names they have unless others are given.
  public static let fields = ["text", "url", "title", "published"]

  private let name: String
  private let names: [String: String]
  private let limit: Int
  private var pending = PendingBytes()
  private var line = 0
  /// Whether the line that is being read has gone over the limit and is passed over.
  private var skips = false

  /// - Parameters:
  ///   - name: the path that errors and documents name.
  ///   - names: what the fields are called in this file, by the names in ``fields``.
  ///   - limit: bytes of a line.
  public init(name: String, names: [String: String] = [:], limit: Int = 16_000_000) {
    self.name = name
    self.names = names
    self.limit = limit
  }

  public mutating func read(_ piece: [UInt8]) -> [StreamItem] {
    pending.append(piece)
    var items: [StreamItem] = []
    while let next = pending.line() {
      items += item(next.bytes)
      pending.drop(next.length)
    }
    if pending.count > limit {
      items += item(pending.all)
      skips = true
    }
    if skips { pending.drop(pending.count) }
    return items
  }

  public mutating func finish() -> [StreamItem] {
    defer { pending.drop(pending.count) }
    return pending.count > 0 ? item(pending.all) : []
  }

  /// None for a blank line and the end of one that was refused already.
  private mutating func item(_ bytes: ArraySlice<UInt8>) -> [StreamItem] {
    if skips {
      skips = false
      return []
    }
    line += 1
    guard bytes.contains(where: { $0 > 0x20 }) else { return [] }
    return [StreamItem(offset: pending.offset, document: document(bytes))]
  }

  private func document(_ bytes: ArraySlice<UInt8>) -> Result<Document, IntakeError> {
    guard bytes.count <= limit else {
      return .failure(.lineTooLong(file: name, line: line, limit: limit))
    }
    let object = JSON(String(decoding: bytes, as: UTF8.self))
    guard case .object? = object else { return .failure(.notObject(file: name, line: line)) }
    func value(_ field: String) -> String? {
      object?[names[field] ?? field]?.string.flatMap { $0.utf8.contains { $0 > 0x20 } ? $0 : nil }
    }
    guard let text = value("text") else {
      return .failure(.noText(file: name, line: line, field: names["text"] ?? "text"))
    }
    return .success(
      Document(
        bytes: Array(text.utf8), file: "\(name)!\(line)", url: value("url"), charset: "utf-8",
        published: value("published").flatMap(Timestamp.init)?.description, title: value("title")))
  }
}
