import QuothReport
import QuothSyntax
import QuothText

/// A quotation of several paragraphs: each begins with an opening mark, and only the last has a closing one.
///
/// All of it is said by whoever says one part: *“The cage stops on Friday. ¶ “Bring your own mugs,” wrote
/// the lampman.*
struct OpenQuotations {
  let words: Words

  func completed(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    for chain in chains {
      let speakers = drafts.indices.filter { index in
        drafts[index].content.contains { content in chain.contains(where: content.overlaps) }
      }
      // With two speakers, or one who speaks within the marks, these are not to be trusted.
      guard speakers.count == 1,
        !drafts[speakers[0]].cue.contains(where: { cue in chain.contains { $0.contains(cue) } })
      else { continue }
      drafts[speakers[0]].content += chain
      drafts[speakers[0]] = drafts[speakers[0]].inOrder
    }
    return drafts
  }

  /// The quoted parts of paragraphs that follow one another, each but the last left open.
  private var chains: [[Span]] {
    var chains: [[Span]] = []
    var isOpen = false
    for block in words.text.report.blocks where block.role == .body {
      let marks = self.marks(of: block.span)
      let goesOn = isOpen && marks.first.map { $0.opens && $0.isFirst } == true
      let opening = marks.last.flatMap { $0.opens ? $0.span.start : nil }
      if goesOn {
        let closing = marks.first { !$0.opens }?.span.end
        let end = closing ?? trimmedEnd(of: block.span)
        chains[chains.count - 1].append(Span(start: marks[0].span.start, end: end))
        isOpen = closing == nil
      } else {
        isOpen = false
      }
      if !isOpen, let opening, !(goesOn && opening == marks[0].span.start) {
        chains.append([Span(start: opening, end: trimmedEnd(of: block.span))])
        isOpen = true
      }
    }
    return chains.filter { $0.count > 1 }
  }

  private struct Mark {
    var span: Span
    var opens: Bool
    /// Whether nothing but space stands before it in its paragraph.
    var isFirst: Bool
  }

  /// Double quotation marks of a paragraph; straight ones open and close by turns.
  private func marks(of paragraph: Span) -> [Mark] {
    var marks: [Mark] = []
    var (index, isFirst) = (paragraph.start, true)
    while index < paragraph.end, let (scalar, width) = words.passage.scalar(at: index) {
      let opens: Bool? =
        switch scalar {
        case "“", "«": true
        case "”", "»": false
        case "\"": !(marks.last?.opens ?? false)
        default: nil
        }
      if let opens {
        marks.append(
          Mark(span: Span(start: index, end: index + width), opens: opens, isFirst: isFirst))
      }
      isFirst = isFirst && scalar.properties.isWhitespace
      index += width
    }
    return marks
  }

  private func trimmedEnd(of paragraph: Span) -> Int {
    var end = paragraph.end
    while end > paragraph.start, let (scalar, width) = words.passage.scalar(before: end),
      scalar.properties.isWhitespace
    {
      end -= width
    }
    return end
  }
}
