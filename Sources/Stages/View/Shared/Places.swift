import QuothReport

/// Where in a report a passage stands, as people count: paragraphs of the body, and lines.
struct Places: Sendable {
  private let blocks: [Block]
  /// For each block, its number among the paragraphs of the body; 0 for what is not body.
  private let paragraphs: [Int]
  private let lineStarts: [Int]

  /// - Complexity: O(n) in the bytes of the text.
  init(_ report: Report) {
    blocks = report.blocks
    var count = 0
    paragraphs = report.blocks.map { block in
      guard block.role == .body else { return 0 }
      count += 1
      return count
    }
    var starts = [0]
    for (offset, byte) in report.text.utf8.enumerated() where byte == 0x0A {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// `¶3`, or the role of a passage that is not body; empty when it stands in no block.
  func paragraph(_ span: Span?) -> String {
    guard let span, let block = block(of: span) else { return "" }
    return paragraphs[block] > 0 ? "¶\(paragraphs[block])" : blocks[block].role.rawValue
  }

  /// The line of the text on which a span begins, counted from 1.
  ///
  /// - Complexity: O(log n) in lines.
  func line(_ span: Span) -> Int {
    Self.lastIndex(in: lineStarts) { $0 <= span.start } + 1
  }

  /// The block in which a span begins.
  func block(of span: Span) -> Int? {
    let index = Self.lastIndex(in: blocks) { $0.span.start <= span.start }
    guard blocks.indices.contains(index), span.start < blocks[index].span.end else { return nil }
    return index
  }

  /// The last element of a sorted list that satisfies a condition that only its head satisfies, or
  /// -1.
  private static func lastIndex<Element>(
    in elements: [Element], where isInHead: (Element) -> Bool
  ) -> Int {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if isInHead(elements[middle]) { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
