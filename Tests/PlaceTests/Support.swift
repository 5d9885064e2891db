import Foundation
import QuothReport
import QuothText

@testable import QuothPlace

/// The gazetteer of the repository.
enum Shipped {
  static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Lexicons/places/places.bin").standardized.path(percentEncoded: false)

  static func gazetteer() throws -> Gazetteer { try Gazetteer(path: path) }
}

/// A text of body paragraphs, each ended by a line feed.
func text(_ words: String, url: String? = nil, publisher: String? = nil) -> Text {
  var blocks: [Block] = []
  var start = 0
  for paragraph in words.split(separator: "\n", omittingEmptySubsequences: false) {
    blocks.append(Block(span: Span(start: start, end: start + paragraph.utf8.count), role: .body))
    start += paragraph.utf8.count + 1
  }
  let dateline = blocks.first.flatMap { Dateline(in: words, block: $0.span) }
  return Text(
    Report(
      id: "sha256:0", url: url.map { Stated($0, from: .flag) },
      publisher: publisher.map { Stated($0, from: .flag) }, dateline: dateline, text: words,
      blocks: blocks))
}

/// The places of some words.
func places(
  _ words: String, url: String? = nil, publisher: String? = nil, names: [TypedName] = []
) throws -> [Place] {
  try PlaceReader(try Shipped.gazetteer()).places(
    in: text(words, url: url, publisher: publisher), names: names)
}

/// A typed name where some words first stand.
func typed(_ name: String, _ kind: TypedName.Kind, in words: String) -> TypedName {
  let range = words.firstRange(of: name)!
  let start = words.utf8.distance(from: words.startIndex, to: range.lowerBound)
  return TypedName(span: Span(start: start, end: start + name.utf8.count), kind: kind)
}

extension Place {
  /// Its words in a text.
  func words(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return mentions.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }
}
