import QuothReport

/// The coreference of one document of OntoGUM, laid over the text of its treebank.
///
/// A line is a number, a token and brackets of clusters: `(4` opens a mention of cluster 4, `4)`
/// closes the last one open, `(4)` is one token. Tokens are sought in the text one after the other;
/// characters that no token has are passed over.
/// Source: Zhu et al. 2021, "OntoGUM", doi:10.18653/v1/2021.acl-short.59.
struct OntoGUMDocument: Sendable, Hashable {
  /// Where each token stands in the text; ascending.
  private(set) var tokens: [Span] = []
  /// Each cluster's mentions, as runs of ``tokens``.
  private(set) var clusters: [[Range<Int>]] = []

  /// nil when a token is not found in the text, or a bracket has no other half.
  ///
  /// - Complexity: O(n) in bytes.
  init?(_ lines: some Sequence<Substring>, text: String) {
    let bytes = Array(text.utf8)
    var position = 0
    var open: [Substring: [Int]] = [:]
    var clusters: [Substring: [Range<Int>]] = [:]
    var order: [Substring] = []
    for line in lines where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      guard let span = Self.find(Array(fields[1].utf8), in: bytes, from: position) else {
        return nil
      }
      position = span.end
      for bracket in Self.brackets(fields[2]) {
        if bracket.opens {
          open[bracket.cluster, default: []].append(tokens.count)
        }
        if bracket.closes {
          guard let start = open[bracket.cluster]?.popLast() else { return nil }
          if clusters[bracket.cluster] == nil { order.append(bracket.cluster) }
          clusters[bracket.cluster, default: []].append(start..<tokens.count + 1)
        }
      }
      tokens.append(span)
    }
    guard open.values.allSatisfy(\.isEmpty) else { return nil }
    self.clusters = order.compactMap { clusters[$0] }
  }

  /// The next place of `token` from `position` on. A token without characters, which stands for a
  /// mark that the corpus lost, has an empty place.
  private static func find(_ token: [UInt8], in text: [UInt8], from position: Int) -> Span? {
    guard let first = token.first else { return Span(start: position, end: position) }
    var start = position
    while start + token.count <= text.count {
      if text[start] == first, text[start..<start + token.count].elementsEqual(token) {
        return Span(start: start, end: start + token.count)
      }
      start += 1
    }
    return nil
  }

  private struct Bracket {
    var cluster: Substring
    var opens: Bool
    var closes: Bool
  }

  /// Reads `(4`, `4)`, `(4)`, and several of them in a row.
  private static func brackets(_ field: Substring) -> [Bracket] {
    var brackets: [Bracket] = []
    var rest = field
    while !rest.isEmpty {
      let opens = rest.first == "("
      if opens { rest.removeFirst() }
      let cluster = rest.prefix(while: \.isNumber)
      rest = rest[cluster.endIndex...]
      let closes = rest.first == ")"
      if closes || (!opens && !rest.isEmpty) { rest.removeFirst() }
      if !cluster.isEmpty {
        brackets.append(Bracket(cluster: cluster, opens: opens, closes: closes))
      }
    }
    return brackets
  }
}
