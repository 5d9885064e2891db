/// The grammar of a report: a word for each token, and the names.
///
/// Tokens that are not encoded, such as those of bylines, have no word. Each sentence that has words is
/// one tree.
public struct Syntax: Sendable {
  /// One a token.
  public let words: [Word?]
  /// For each token those that depend on it, in text order.
  public let dependents: [[Int]]
  public let names: [Name]

  public init(words: [Word?], names: [Name]) {
    self.words = words
    self.names = names
    var dependents = [[Int]](repeating: [], count: words.count)
    for (token, word) in words.enumerated() {
      if let head = word?.head { dependents[head].append(token) }
    }
    self.dependents = dependents
  }

  /// The tokens under a word, with it: those that hang on it directly or through others.
  public func subtree(_ token: Int) -> [Int] {
    var found = [token]
    var next = 0
    while next < found.count {
      found += dependents[found[next]]
      next += 1
    }
    return found.sorted()
  }

  /// The dependents of a word that stand in one of some relations.
  public func dependents(of token: Int, _ relations: Relation...) -> [Int] {
    dependents[token].filter { words[$0].map { relations.contains($0.relation) } ?? false }
  }
}

/// A name in the text.
public struct Name: Sendable, Hashable {
  public var tokens: Range<Int>
  public var kind: Kind
  /// Geometric mean of the probabilities of its tags, 0 to 1.
  public var confidence: Double

  public init(tokens: Range<Int>, kind: Kind, confidence: Double) {
    self.tokens = tokens
    self.kind = kind
    self.confidence = confidence
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case person, organisation, state, place, group, product, other
    /// An adjective of a state or people: *Spanish*.
    case adjective
  }
}
