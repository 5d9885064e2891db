import QuothAnnotation
import QuothReport

/// One passage of a report cut where marks begin and end, so that marks may overlap as they like.
struct MarkedBlock: Sendable {
  /// In text order; together they are the passage.
  let segments: [Segment]

  /// Words under the same marks.
  struct Segment: Sendable {
    var span: Span
    var marks: [Mark]
    /// Attributions whose content begins with this segment, and those whose content ends with it.
    var opening: [Int] = []
    var closing: [Int] = []
    /// Records whose words these are.
    var records: [PageRecord] = []
  }

  struct Mark: Hashable, Sendable {
    var attribution: Int
    var part: Part
    var span: Span
  }

  enum Part: Sendable {
    case content, source, cue
  }

  /// - Parameters:
  ///   - block: The passage.
  ///   - marks: Marks that overlap it; what reaches beyond it is cut.
  ///   - records: Records within it.
  /// - Complexity: O(m²) in marks and records at worst.
  init(_ block: Span, _ marks: [Mark], records: [PageRecord] = []) {
    let marks = marks.filter { !$0.span.isEmpty && $0.span.overlaps(block) }
    var edges: Set<Int> = [block.start, block.end]
    for mark in marks {
      edges.insert(max(mark.span.start, block.start))
      edges.insert(min(mark.span.end, block.end))
    }
    for record in records { edges.formUnion([record.span.start, record.span.end]) }
    let sorted = edges.sorted()
    var segments: [Segment] = []
    for (start, end) in zip(sorted, sorted.dropFirst()) {
      let span = Span(start: start, end: end)
      var segment = Segment(span: span, marks: marks.filter { $0.span.contains(span) })
      segment.records = records.filter { $0.span.contains(span) }
      for mark in segment.marks where mark.part == .content {
        let number = mark.attribution
        if max(mark.span.start, block.start) == start, !segment.opening.contains(number) {
          segment.opening.append(number)
        }
        if min(mark.span.end, block.end) == end, !segment.closing.contains(number) {
          segment.closing.append(number)
        }
      }
      segments.append(segment)
    }
    self.segments = segments
  }
}
