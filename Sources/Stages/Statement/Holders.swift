import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// Whose words the tokens of a report are.
struct Holders {
  let attributions: [Attribution]
  /// For each token the innermost attribution whose content it stands in.
  let innermost: [Attribution.ID?]
  /// Whether a token is part of the cue or source of an attribution, and of no content within it.
  let isFrame: [Bool]

  init(_ attributions: [Attribution], words: Words) {
    self.attributions = attributions
    var innermost = [Attribution.ID?](repeating: nil, count: words.text.tokens.count)
    var isFrame = [Bool](repeating: false, count: words.text.tokens.count)
    let depths = attributions.map { Self.depth($0, attributions) }
    for attribution in attributions.sorted(by: { (depths[$0.id], $0.id) < (depths[$1.id], $1.id) }) {
      for token in words.tokens(of: attribution.source + attribution.cue) { isFrame[token] = true }
      for token in words.tokens(of: attribution.content) {
        innermost[token] = attribution.id
        isFrame[token] = false
      }
    }
    // The frame of a saying within a saying was marked before its content; its own frame stays one.
    for attribution in attributions where attribution.parent != nil {
      for token in words.tokens(of: attribution.source + attribution.cue)
      where innermost[token] == attribution.parent {
        isFrame[token] = true
      }
    }
    self.innermost = innermost
    self.isFrame = isFrame
  }

  /// Attributions from the outermost to this one.
  func layers(of id: Attribution.ID?) -> [Attribution] {
    var found: [Attribution] = []
    var next = id
    while let id = next, found.count < attributions.count {
      found.append(attributions[id])
      next = attributions[id].parent
    }
    return found.reversed()
  }

  func holder(of attribution: Attribution) -> Statement.Holder {
    attribution.sourceEntities.isEmpty ? .nobody : .entities(attribution.sourceEntities)
  }

  private static func depth(_ attribution: Attribution, _ all: [Attribution]) -> Int {
    var depth = 0
    var next = attribution.parent
    while let id = next, depth < all.count {
      depth += 1
      next = all[id].parent
    }
    return depth
  }
}
