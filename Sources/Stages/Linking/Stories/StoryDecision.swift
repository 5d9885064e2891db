/// What a report that has come in changes: itself, and whatever it moves.
public struct StoryDecision: Sendable {
  /// A story with what comes to it.
  public struct Part: Sendable {
    /// Its number; nil for a new one.
    public var story: Int?
    /// Stories that are now part of it and whose addresses forward to it.
    public var merged: [Merger] = []
    /// Reports that come to it one by one, the new one or such as stood elsewhere.
    public var arrivals: [Arrival] = []
  }

  public struct Merger: Sendable {
    public var story: Int
    public var reason: StoryReason?
  }

  public struct Arrival: Sendable {
    public var report: Int
    /// Why it stands there; nil where it stands alone.
    public var reason: StoryReason?
  }

  /// Mergers take place before arrivals.
  public var parts: [Part]

  /// Why the report itself stands where it does.
  public func reason(of report: Int) -> StoryReason? {
    parts.lazy.flatMap(\.arrivals).first { $0.report == report }?.reason
  }
}

/// Why two reports are held to be on one happening.
public struct StoryReason: Sendable {
  /// The pair that speaks for it most.
  public var reports: [Int]
  /// Whether a person said so.
  public var isWished: Bool
  /// 0 to 1.
  public var probability: Double
  public var names: [Term]
  public var places: [Term]
  public var words: [Term]
  /// Days between their publication.
  public var days: Int?

  /// In plain words.
  ///
  ///     "both name Brandt and Saltport; a day apart; 0.83"
  ///
  /// - Parameter spelling: How a term is spelled; nil for terms that cannot be spelled,
  ///   which are left out.
  public func text(_ spelling: (Term) -> String?) -> String {
    if isWished { return "put together by hand" }
    var pieces: [String] = []
    let named = (names + places).compactMap(spelling).prefix(3)
    let shared = words.compactMap(spelling).prefix(3)
    if !named.isEmpty {
      pieces.append("both name \(Self.list(Array(named)))")
    } else if !shared.isEmpty {
      pieces.append("both speak of \(Self.list(Array(shared)))")
    }
    switch days {
    case 0: pieces.append("the same day")
    case 1: pieces.append("a day apart")
    case let days?: pieces.append("\(days) days apart")
    case nil: break
    }
    // Nothing is certain.
    let hundredths = min(Int((probability * 100).rounded()), 99)
    pieces.append("0.\(hundredths < 10 ? "0" : "")\(hundredths)")
    return pieces.joined(separator: "; ")
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension StoryReason {
  init(
    _ one: (id: Int, profile: StoryProfile), _ other: (id: Int, profile: StoryProfile),
    isWished: Bool = false
  ) {
    reports = [one.id, other.id]
    self.isWished = isWished
    probability = StoryScore(one.profile, other.profile).probability
    names = one.profile.names.shared(with: other.profile.names)
    places = one.profile.places.shared(with: other.profile.places)
    words = one.profile.words.shared(with: other.profile.words)
    days = zip(one.profile.published, other.profile.published).map { abs($0 - $1) }
  }
}

/// Both, where both are there.
private func zip<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
  guard let first, let second else { return nil }
  return (first, second)
}
