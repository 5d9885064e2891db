import QuothReport
import QuothText

/// Gives a quotation that runs on into sentences without a cue an attribution of its own.
///
/// *"We will stay," she said. "Nobody asked us to leave."* is one saying, but two attributions: the
/// second has no cue, and the source of the first.
struct RunOnQuotations {
  let text: Text

  /// - Returns: the drafts in their order, each followed by those that run on from it; parents and
  ///   continuations refer to positions in the result.
  func divided(_ drafts: [Draft]) -> [Draft] {
    var out: [Draft] = []
    var position = [Int](repeating: 0, count: drafts.count)
    for (index, draft) in drafts.enumerated() {
      position[index] = out.count
      let home = Set(draft.cue.flatMap { sentences(of: $0) })
      let own = draft.content.filter { span in sentences(of: span).contains(where: home.contains) }
      let away = draft.content.filter { span in !sentences(of: span).contains(where: home.contains)
      }
      guard !home.isEmpty, !own.isEmpty else {
        out.append(draft)
        continue
      }
      var first = draft
      first.content = own
      out.append(first)
      for span in away {
        var next = draft
        next.cue = []
        next.content = [span]
        next.continues = position[index]
        out.append(next)
      }
    }
    for index in out.indices {
      out[index].parent = out[index].parent.map { parent in
        let next = parent + 1 < position.count ? position[parent + 1] : out.count
        let parts = position[parent]..<next
        return parts.first { holds(out[$0], out[index]) } ?? parts.lowerBound
      }
    }
    return out
  }

  /// Whether what is said within a content stands in this part of it.
  private func holds(_ part: Draft, _ inner: Draft) -> Bool {
    inner.content.allSatisfy { span in part.content.contains { $0.contains(span) } }
  }

  private func sentences(of span: Span) -> Range<Int> {
    text.sentences(overlapping: span)
  }
}
