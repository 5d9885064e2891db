import QuothReport
import Glibc
import QuothSyntax

/// From scores over units to attributions over units.
///
/// Roles are the best path through the tag scores (Viterbi 1967) under the chain's transitions, so
/// that an inside tag never stands without its beginning. Each content goes to the cue that its
/// units point at most; each cue takes the source that its units point at most, or none. Against a
/// link count each other cue or source in between, since attributions seldom reach across one
/// another; the distance; and a cue in a later paragraph, since a quotation runs on from what came
/// before. A cue without content is no attribution. Twin of `decode.py` in Tools/training.
struct AttributionDecoder: Sendable {
  let weights: AttributionWeights

  /// Ranges of units, and how sure the model is.
  struct Found: Sendable, Hashable {
    var source: Range<Int>?
    var cue: Range<Int>
    var content: [Range<Int>]
    var evidence: Evidence
  }

  /// What calibration reads confidence from; each is a probability.
  struct Evidence: Sendable, Hashable {
    /// Geometric mean of the best tag's probability over the units of cue and content.
    var roles: Double
    /// That the contents belong to this cue and to no other.
    var content: Double
    /// That the cue's source is this one and no other.
    var source: Double
  }

  /// Units this far apart are never linked.
  private static let reach = 256

  /// Attributions in order of their cues.
  ///
  /// - Parameters:
  ///   - emissions: (units, tags), row by row.
  ///   - links: (units, ``AttributionWeights/linkOutputs``), row by row.
  ///   - paragraphs: for each unit the number of its paragraph.
  ///   - sections: for each unit the number of its section; nothing is linked across sections, such
  ///     as a headline and the running text.
  /// - Complexity: O(units · tags²), and O(c · r) link scores for c content units with r cue units
  ///   within reach.
  func decode(
    emissions: [Float], links: [Float], paragraphs: [Int], sections: [Int]
  ) -> [Found] {
    let units = paragraphs.count
    precondition(emissions.count == units * Self.tags, "one row of tag scores a unit")
    precondition(links.count == units * AttributionWeights.linkOutputs, "one row of links a unit")
    guard units > 0 else { return [] }
    let path = bestPath(emissions, units)
    var sources: [Range<Int>] = []
    var cues: [Range<Int>] = []
    var contents: [Range<Int>] = []
    for (role, span) in Self.spans(path, sections) {
      switch role {
      case .source: sources.append(span)
      case .cue: cues.append(span)
      case .content: contents.append(span)
      }
    }
    let scorer = LinkScorer(weights: weights, links: links, paragraphs: paragraphs)
    var taken: [[(content: Range<Int>, probability: Double)]] = Array(
      repeating: [], count: cues.count)
    for content in contents {
      let near = cues.indices.filter {
        Self.near(cues[$0], content)
          && sections[cues[$0].lowerBound] == sections[content.lowerBound]
      }
      let scores = near.map { near in
        scorer.content(content, cue: cues[near]) - against(content, cues[near], cues, paragraphs)
      }
      guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { continue }
      taken[near[best]].append((content, Self.share(scores[best], of: scores)))
    }
    var found: [Found] = []
    for (cue, own) in zip(cues, taken) where !own.isEmpty {
      let near = sources.filter {
        Self.near($0, cue) && sections[$0.lowerBound] == sections[cue.lowerBound]
      }
      let scores =
        [scorer.noSource(cue)]
        + near.map {
          scorer.source($0, cue: cue) - weights.reach.overSource * Self.between(sources, cue, $0)
        }
      let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      let evidence = Evidence(
        roles: roleProbability(emissions, path, [cue] + own.map(\.content)),
        content: own.map(\.probability).reduce(0, +) / Double(own.count),
        source: Self.share(scores[best], of: scores))
      found.append(
        Found(
          source: best == 0 ? nil : near[best - 1], cue: cue, content: own.map(\.content),
          evidence: evidence))
    }
    return found
  }

  private static let tags = AttributionWeights.Tag.allCases.count

  private static func near(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.lowerBound - b.upperBound < reach && b.lowerBound - a.upperBound < reach
  }

  /// What counts against a content's link to a cue.
  private func against(
    _ content: Range<Int>, _ cue: Range<Int>, _ cues: [Range<Int>], _ paragraphs: [Int]
  ) -> Float {
    let gap = max(0, cue.lowerBound - content.upperBound, content.lowerBound - cue.upperBound)
    let later = min(max(0, paragraphs[cue.lowerBound] - paragraphs[content.lowerBound]), 2)
    return weights.reach.overCue * Self.between(cues, content, cue)
      + weights.reach.distance * Float(log1p(Double(gap)))
      + weights.reach.laterParagraph * Float(later)
  }

  /// How many of the spans, which stand in text order, begin between two others.
  private static func between(_ spans: [Range<Int>], _ a: Range<Int>, _ b: Range<Int>) -> Float {
    let (low, high) =
      a.lowerBound < b.lowerBound ? (a.upperBound, b.lowerBound) : (b.upperBound, a.lowerBound)
    let from = spans.partitionPoint { $0.lowerBound >= low }
    let to = spans.partitionPoint { $0.lowerBound >= high }
    return Float(max(0, to - from))
  }

  private func bestPath(_ emissions: [Float], _ units: Int) -> [AttributionWeights.Tag] {
    let tags = Self.tags
    var score = (0..<tags).map { weights.start[$0] + emissions[$0] }
    var back = [UInt8](repeating: 0, count: units * tags)
    var next = score
    for unit in 1..<max(units, 1) {
      for to in 0..<tags {
        var best = 0
        var highest = -Float.infinity
        for from in 0..<tags {
          let reached: Float = score[from] + weights.transitions[from * tags + to]
          if reached > highest { (best, highest) = (from, reached) }
        }
        back[unit * tags + to] = UInt8(best)
        next[to] = highest + emissions[unit * tags + to]
      }
      swap(&score, &next)
    }
    let last = zip(score, weights.end).map { $0 + $1 }
    var tag = last.indices.max { last[$0] < last[$1] } ?? 0
    var path = [AttributionWeights.Tag](repeating: .outside, count: units)
    for unit in stride(from: units - 1, through: 0, by: -1) {
      path[unit] = AttributionWeights.Tag.allCases[tag]
      tag = Int(back[unit * tags + tag])
    }
    return path
  }

  /// Runs of one role; none goes on into another section.
  private static func spans(
    _ path: [AttributionWeights.Tag], _ sections: [Int]
  ) -> [(AttributionWeights.Role, Range<Int>)] {
    var found: [(AttributionWeights.Role, Range<Int>)] = []
    for (unit, tag) in path.enumerated() {
      guard let role = tag.role else { continue }
      if !tag.begins, let last = found.last, last.0 == role, last.1.upperBound == unit,
        sections[unit - 1] == sections[unit]
      {
        found[found.count - 1].1 = last.1.lowerBound..<unit + 1
      } else {
        found.append((role, unit..<unit + 1))
      }
    }
    return found
  }

  private func roleProbability(
    _ emissions: [Float], _ path: [AttributionWeights.Tag], _ spans: [Range<Int>]
  ) -> Double {
    var sum = 0.0
    var count = 0
    for unit in spans.joined() {
      let row = emissions[unit * Self.tags..<(unit + 1) * Self.tags]
      sum += Double(emissions[unit * Self.tags + path[unit].rawValue] - LinkScorer.logSumExp(row))
      count += 1
    }
    return count == 0 ? 0 : exp(sum / Double(count))
  }

  /// The softmax share of one score among all.
  private static func share(_ score: Float, of scores: [Float]) -> Double {
    exp(Double(score - LinkScorer.logSumExp(scores[...])))
  }
}

/// Scores of links between spans of units: scaled products of query and key vectors, with biases
/// for the distance in units and in paragraphs.
private struct LinkScorer {
  let weights: AttributionWeights
  let links: [Float]
  let paragraphs: [Int]

  func content(_ content: Range<Int>, cue: Range<Int>) -> Float {
    pointing(
      from: content, to: cue, vectors: 0, distance: weights.contentDistance,
      step: weights.contentStep)
  }

  func source(_ source: Range<Int>, cue: Range<Int>) -> Float {
    pointing(
      from: cue, to: source, vectors: 2, distance: weights.sourceDistance,
      step: weights.sourceStep)
  }

  func noSource(_ cue: Range<Int>) -> Float {
    let last = AttributionWeights.linkOutputs - 1
    let scores = cue.map { links[$0 * AttributionWeights.linkOutputs + last] }
    return scores.reduce(0, +) / Float(scores.count)
  }

  /// Mean over the units of one span of the log of how much each points into the other span.
  private func pointing(
    from: Range<Int>, to: Range<Int>, vectors: Int, distance: [Float], step: [Float]
  ) -> Float {
    let width = AttributionWeights.linkWidth
    let scale = 1 / Float(width).squareRoot()
    var total: Float = 0
    var scores = [Float](repeating: 0, count: to.count)
    for unit in from {
      let query = unit * AttributionWeights.linkOutputs + vectors * width
      for (slot, other) in to.enumerated() {
        let key = other * AttributionWeights.linkOutputs + (vectors + 1) * width
        var product: Float = 0
        for at in 0..<width { product += links[query + at] * links[key + at] }
        scores[slot] =
          product * scale + distance[DistanceBucket.of(other - unit)]
          + step[AttributionWeights.stepBucket(paragraphs[other] - paragraphs[unit])]
      }
      total += Self.logSumExp(scores[...])
    }
    return total / Float(from.count)
  }

  static func logSumExp(_ values: ArraySlice<Float>) -> Float {
    guard let top = values.max() else { return -.infinity }
    return top + Float(log(values.reduce(0.0) { $0 + exp(Double($1 - top)) }))
  }
}
