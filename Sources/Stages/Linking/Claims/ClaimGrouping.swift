/// Decides which claim a statement belongs to: average linkage over the scores of pairs.
///
///     ClaimGrouping(weights).place(sketch, among: claims).claim     // 12
///
/// Deterministic: the same statements in the same order make the same claims.
public struct ClaimGrouping {
  /// A claim that a statement may belong to, with some of its statements.
  public struct Candidate {
    public var claim: Int
    /// The newest ones, each with its key.
    public var members: [(statement: Int, sketch: StatementSketch)]

    public init(claim: Int, members: [(statement: Int, sketch: StatementSketch)]) {
      self.claim = claim
      self.members = members
    }
  }

  /// A pair that was found to say the same, and why.
  public struct Join: Sendable, Hashable {
    public var other: Int
    public var score: Double
    public var agreements: [ClaimScore.Agreement]
    public var conflicts: Set<ClaimScore.Field>
  }

  public struct Placement: Sendable, Hashable {
    /// Nil for a claim of its own.
    public var claim: Int?
    /// With the statements of that claim, best first.
    public var joins: [Join]
  }

  /// Mean score from which a statement belongs to a claim. Lower joins more and errs more: on the test world, each
  /// happening scored by weights of the others, B-cubed precision and recall are 0.85 and 0.62 here.
  public static let threshold = 0.13

  private let weights: TermWeights

  public init(_ weights: TermWeights) { self.weights = weights }

  /// - Complexity: O(m) in the members of all candidates.
  public func place(_ sketch: StatementSketch, among candidates: [Candidate]) -> Placement {
    var best = Placement(claim: nil, joins: [])
    var bestMean = Self.threshold
    for candidate in candidates where !candidate.members.isEmpty {
      let joins = candidate.members.map { member in
        let score = ClaimScore(sketch, member.sketch, weights)
        return Join(
          other: member.statement, score: score.value, agreements: score.agreements,
          conflicts: score.conflicts)
      }
      let mean = joins.reduce(0) { $0 + $1.score } / Double(joins.count)
      // Of equals the older claim.
      guard mean > bestMean || mean == bestMean && candidate.claim < best.claim ?? .max else {
        continue
      }
      bestMean = mean
      best = Placement(
        claim: candidate.claim,
        joins: joins.sorted { ($1.score, $0.other) < ($0.score, $1.other) })
    }
    return best
  }
}
