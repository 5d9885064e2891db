import QuothReport

/// An attribution while it is being read: spans of the text and what the model thought of them.
struct Draft: Hashable {
  var source: [Span]
  var cue: [Span]
  var content: [Span]
  var evidence: AttributionDecoder.Evidence
  /// The draft, by position, whose content this one stands in.
  var parent: Int?
  /// The draft, by position, that this quotation runs on from.
  var continues: Int?

  /// Where it first stands in the text.
  var place: Span { (source + cue + content).min() ?? Span(start: 0, end: 0) }
}

extension Draft {
  /// `nil` when nothing is left of the content but punctuation.
  init?(_ found: AttributionDecoder.Found, units: [Span], extent: ContentExtent) {
    func span(_ range: Range<Int>) -> Span {
      Span(start: units[range.lowerBound].start, end: units[range.upperBound - 1].end)
    }
    let content = extent.trimmed(found.content.map(span))
    guard !content.isEmpty else { return nil }
    self.init(
      source: found.source.map { [span($0)] } ?? [], cue: [span(found.cue)], content: content,
      evidence: found.evidence)
  }
}

extension Draft {
  /// The same draft with the content's spans in text order and those that overlap made one.
  var inOrder: Draft {
    var draft = self
    draft.content = content.sorted().reduce(into: []) { spans, span in
      if let last = spans.last, span.start < last.end {
        spans[spans.count - 1].end = Swift.max(last.end, span.end)
      } else {
        spans.append(span)
      }
    }
    return draft
  }
}

extension Draft {
  func sharesCue(_ other: Draft) -> Bool {
    cue.contains { own in other.cue.contains(where: own.overlaps) }
  }

  /// Whether all of another draft stands in this one's content, and is less than it.
  fileprivate func holds(_ other: Draft) -> Bool {
    (other.source + other.cue + other.content).allSatisfy { span in
      content.contains { $0.contains(span) }
    } && other.size < size
  }

  /// Bytes of the content.
  fileprivate var size: Int { content.map(\.count).reduce(0, +) }
}

extension [Draft] {
  /// The drafts, those that stand in another's content with that one, the smallest such, for parent.
  var nested: [Draft] {
    map { draft in
      guard draft.parent == nil else { return draft }
      let around = indices.filter { self[$0].holds(draft) }
      var draft = draft
      draft.parent = around.min { self[$0].size < self[$1].size }
      return draft
    }
  }

  /// The drafts without some of them; what stood in one that is left out stands in that one's parent.
  func leavingOut(_ isLeftOut: (Draft) -> Bool) -> [Draft] {
    let stays = map { !isLeftOut($0) }
    var position = [Int](repeating: 0, count: count)
    var kept: [Draft] = []
    for index in indices where stays[index] {
      position[index] = kept.count
      kept.append(self[index])
    }
    for index in kept.indices {
      var parent = kept[index].parent
      while let above = parent, !stays[above] { parent = self[above].parent }
      kept[index].parent = parent.map { position[$0] }
    }
    return kept
  }
}
