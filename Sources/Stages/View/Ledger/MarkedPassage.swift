import QuothReport

/// A passage with some of its words between marks, `⟦` and `⟧`.
struct MarkedPassage {
  let text: String

  /// - Parameter marks: those outside the passage count for nothing.
  init(_ passage: Span, marks: [Span], _ words: Words) {
    var pieces = ""
    var position = passage.start
    for mark in words.joined(marks) where mark.overlaps(passage) {
      let start = max(mark.start, position)
      let end = min(mark.end, passage.end)
      guard start < end else { continue }
      pieces += words[Span(start: position, end: start)] + "⟦"
      pieces += words[Span(start: start, end: end)] + "⟧"
      position = end
    }
    if position < passage.end { pieces += words[Span(start: position, end: passage.end)] }
    text = pieces.singleLine
  }
}
