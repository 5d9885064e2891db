import QuothAnnotation
import QuothReport
import QuothStatement

/// Which marks fall on which passage of a report, and where each attribution is first met.
struct PageMarks: Sendable {
  /// For each block, the marks that overlap it.
  private(set) var marks: [[MarkedBlock.Mark]]
  /// For each block, the attributions that leave a mark on it, in text order.
  private(set) var attributions: [[Int]]
  /// For each attribution, the block in which its content begins and the byte its number stands at;
  /// `nil` when it leaves no mark on any block.
  private(set) var first: [(block: Int, offset: Int)?]

  /// - Complexity: O(n) in spans times the blocks each of them overlaps.
  init(_ reading: Reading) {
    let blocks = reading.report.blocks
    marks = Array(repeating: [], count: blocks.count)
    attributions = Array(repeating: [], count: blocks.count)
    first = Array(repeating: nil, count: reading.attributions.count)
    for (number, attribution) in reading.attributions.enumerated() {
      let parts =
        attribution.content.map { ($0, MarkedBlock.Part.content) }
        + attribution.source.map { ($0, .source) } + attribution.cue.map { ($0, .cue) }
      for (span, part) in parts where !span.isEmpty {
        for block in blocks.indices where blocks[block].span.overlaps(span) {
          marks[block].append(.init(attribution: number, part: part, span: span))
          if attributions[block].last != number { attributions[block].append(number) }
          if first[number] == nil {
            first[number] = (block, max(span.start, blocks[block].span.start))
          }
        }
      }
    }
  }
}
