import Foundation
import QuothReport

/// Finds the words that a case quotes in its report.
struct PassageFinder {
  private let text: String
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Resolves parts to spans. Where no occurrence is stated, it is the one nearest to `anchor` and
  /// outside it; without an anchor, the first one behind the parts before.
  func passage(_ parts: [DirectiveLexer.Part], near anchor: Passage? = nil)
    throws(CaseError.Problem) -> Passage
  {
    var passage: Passage = []
    for part in parts {
      let occurrences = occurrences(of: part.words)
      let chosen: Span?
      if let number = part.occurrence {
        chosen = number <= occurrences.count ? occurrences[number - 1] : nil
      } else if let anchor {
        chosen =
          occurrences
          .filter { span in !anchor.contains { $0.overlaps(span) } }
          .min { distance($0, anchor) < distance($1, anchor) }
      } else {
        chosen = occurrences.first { span in passage.allSatisfy { $0.end <= span.start } }
      }
      guard let chosen else { throw .notInText(part.words) }
      passage.append(chosen)
    }
    return passage.sorted()
  }

  /// The occurrence that is stated, or else the one nearest to `anchor`, whether outside or inside
  /// of it; without an anchor, the first.
  func passage(_ part: DirectiveLexer.Part, nearest anchor: Passage?) throws(CaseError.Problem)
    -> Passage
  {
    guard part.occurrence == nil, let anchor else { return try passage([part]) }
    let nearest = occurrences(of: part.words)
      .min { max(0, distance($0, anchor)) < max(0, distance($1, anchor)) }
    guard let nearest else { throw .notInText(part.words) }
    return [nearest]
  }

  /// The first occurrence within a passage.
  func passage(_ parts: [DirectiveLexer.Part], within whole: Passage) throws(CaseError.Problem)
    -> Passage
  {
    var passage: Passage = []
    for part in parts {
      let inside = occurrences(of: part.words).first { span in
        whole.contains { $0.contains(span) }
      }
      guard let inside else { throw .notInText(part.words) }
      passage.append(inside)
    }
    return passage
  }

  /// The last word before the first comma: the head of most names and titles.
  func head(of source: Passage) -> Passage {
    guard let first = source.first else { return [] }
    let end = bytes[first.range].firstIndex(of: UInt8(ascii: ",")) ?? first.end
    let index = WordIndex(text)
    let words = index.words(in: [Span(start: first.start, end: end)])
    return words.max().map { [index.span(of: $0)] } ?? []
  }

  /// Where the words stand. `A ~ B` stands for all from A to the next B.
  private func occurrences(of words: String) -> [Span] {
    guard let tilde = words.range(of: " ~ ") else { return places(of: Array(words.utf8)) }
    let ends = places(of: Array(words[tilde.upperBound...].utf8))
    return places(of: Array(words[..<tilde.lowerBound].utf8)).compactMap { first in
      ends.first { $0.start >= first.end }.map { Span(start: first.start, end: $0.end) }
    }
  }

  /// Where the bytes stand without beginning or ending inside a longer word.
  private func places(of words: [UInt8]) -> [Span] {
    guard let first = words.first, let last = words.last, words.count <= bytes.count else {
      return []
    }
    return (0...bytes.count - words.count).compactMap { start in
      let end = start + words.count
      guard bytes[start] == first, bytes[start..<end].elementsEqual(words) else { return nil }
      if start > 0, isWordByte(bytes[start - 1]), isWordByte(first) { return nil }
      if end < bytes.count, isWordByte(bytes[end]), isWordByte(last) { return nil }
      return Span(start: start, end: end)
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Bytes between a span and the nearest part of the anchor.
  private func distance(_ span: Span, _ anchor: Passage) -> Int {
    anchor.map { max($0.start - span.end, span.start - $0.end) }.min() ?? 0
  }
}
