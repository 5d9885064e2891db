import QuothReport
import QuothSyntax

/// Where a content begins and ends.
///
/// Without the conjunction "that" before it (but with the pronoun: *said that was likely*), without white space, and without punctuation at its
/// edges other than the quotation marks that belong to it: a comma inside the closing mark stays.
struct ContentExtent {
  let passage: Passage

  /// - Returns: the trimmed spans; empty when nothing but punctuation was left.
  func trimmed(_ content: [Span]) -> [Span] {
    content.enumerated().compactMap { index, span in trimmed(span, isFirst: index == 0) }
  }

  private func trimmed(_ span: Span, isFirst: Bool) -> Span? {
    var span = includingMarks(withoutEdges(span))
    while isFirst, passage.spells("that", at: span.start) {
      let rest = withoutEdges(Span(start: min(span.start + 4, span.end), end: span.end))
      guard !rest.isEmpty, !Self.verbs.contains(where: { passage.spells($0, at: rest.start) })
      else {
        break
      }
      span = includingMarks(rest)
    }
    return span.isEmpty ? nil : span
  }

  /// Verbs before which "that" is a subject.
  private static let verbs: [StaticString] = [
    "is", "was", "would", "will", "has", "had", "could", "might", "may",
  ]

  /// Drops white space and edge punctuation, keeping quotation marks and what they hold.
  private func withoutEdges(_ span: Span) -> Span {
    var (start, end) = (span.start, span.end)
    while start < end, let (scalar, width) = passage.scalar(at: start),
      Self.isDroppedAtStart(scalar)
    {
      start += width
    }
    while end > start, let (scalar, width) = passage.scalar(before: end),
      Self.isDroppedAtEnd(scalar), !endsAbbreviation(end, in: span)
    {
      end -= width
    }
    return Span(start: min(start, end), end: end)
  }

  /// A mark just outside belongs to the content when its partner stands inside.
  private func includingMarks(_ span: Span) -> Span {
    var span = span
    for pair in Self.pairs {
      let opened = count(pair.open, in: span)
      let closed = pair.open == pair.close ? opened : count(pair.close, in: span)
      let lacksClosing = pair.open == pair.close ? opened % 2 == 1 : opened > closed
      let lacksOpening = pair.open == pair.close ? opened % 2 == 1 : closed > opened
      if lacksClosing, let (end, _) = mark(pair.close, after: span.end) {
        span.end = end
      } else if lacksOpening, let (scalar, width) = passage.scalar(before: span.start),
        scalar == pair.open
      {
        span.start -= width
      }
    }
    return span
  }

  private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("“", "”"), ("\"", "\""), ("«", "»"), ("„", "“"),
  ]

  /// A closing mark at the span's end, with at most one punctuation mark before it.
  private func mark(_ mark: Unicode.Scalar, after end: Int) -> (end: Int, width: Int)? {
    guard let (first, width) = passage.scalar(at: end) else { return nil }
    if first == mark { return (end + width, width) }
    guard first == "," || first == "." || first == "!" || first == "?",
      let (second, secondWidth) = passage.scalar(at: end + width), second == mark
    else { return nil }
    return (end + width + secondWidth, secondWidth)
  }

  private func count(_ mark: Unicode.Scalar, in span: Span) -> Int {
    var (index, found) = (span.start, 0)
    while index < span.end, let (scalar, width) = passage.scalar(at: index) {
      if scalar == mark { found += 1 }
      index += width
    }
    return found
  }

  /// Whether the full stop that ends here belongs to an abbreviation such as `U.S.` or `p.m.`.
  private func endsAbbreviation(_ end: Int, in span: Span) -> Bool {
    guard end - 3 >= span.start, passage.bytes[end - 1] == 0x2E else { return false }
    let letter = passage.bytes[end - 2] | 0x20
    return (0x61...0x7A).contains(letter) && passage.bytes[end - 3] == 0x2E
  }

  private static func isDroppedAtStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || ",.;:!?-–—…)".unicodeScalars.contains(scalar)
  }

  private static func isDroppedAtEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || ",.;:!?-–—…(".unicodeScalars.contains(scalar)
  }
}
