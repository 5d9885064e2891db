import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// Whose words the tokens of a report are.
struct Holders {
  let attributions: [Attribution]
  /// For each token the innermost attribution whose content it stands in.
  let innermost: [Attribution.ID?]
  /// Whether a token is part of the cue or source of an attribution, or of a caveat beside them, outside its
  /// content.
  let isFrame: [Bool]
  /// For each token of a source the tokens of the cues beside it.
  private let cuesOfSource: [Int: [Int]]

  init(_ attributions: [Attribution], words: Words) {
    self.attributions = attributions
    var innermost = [Attribution.ID?](repeating: nil, count: words.text.tokens.count)
    var isFrame = [Bool](repeating: false, count: words.text.tokens.count)
    let depths = attributions.map { Self.depth($0, attributions) }
    let contents = attributions.map { words.tokens(of: $0.content) }
    let outerFirst = attributions.map(\.id).sorted {
      (depths[$0], contents[$1].count, $0) < (depths[$1], contents[$0].count, $1)
    }
    for id in outerFirst {
      for token in contents[id] { innermost[token] = id }
    }
    var cuesOfSource: [Int: [Int]] = [:]
    for attribution in attributions {
      let cue = words.tokens(of: attribution.cue)
      for token in words.tokens(of: attribution.source) { cuesOfSource[token, default: []] += cue }
      let home = attribution.cue.first.map { words.sentence(at: $0.start) }
      let beside = attribution.caveats.filter { words.sentence(at: $0.start) == home }
      for token in words.tokens(of: attribution.source + attribution.cue + beside)
      where innermost[token] != attribution.id {
        isFrame[token] = true
      }
    }
    self.innermost = innermost
    self.isFrame = isFrame
    self.cuesOfSource = cuesOfSource
  }

  func isSource(_ token: Int) -> Bool { cuesOfSource[token] != nil }

  func cues(ofSource token: Int) -> [Int] { cuesOfSource[token] ?? [] }

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
