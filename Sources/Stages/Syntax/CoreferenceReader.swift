import Glibc
public import QuothEngine
import QuothReport
import QuothText

/// Which phrases of a report mean the same.
///
/// Each word is scored as the head of a phrase that is spoken of more than once, each pair of such words
/// as belonging together, the best pairs of each word by a closer look (Lee et al. 2018,
/// arXiv:1804.05392). A word joins the chain whose words speak for it most between them. Each head gets the
/// edges of its phrase (Dobrovolskii 2021, arXiv:2109.04127), where something that hangs on it begins or ends.
/// Twin of `understanding.py` in Tools/training.
public struct CoreferenceReader: Sendable {
  private let model: Model
  private let tables: Tables

  /// A phrase by its tokens, and the one of them that it is known by.
  public struct Mention: Sendable, Hashable {
    public var tokens: Range<Int>
    public var head: Int
  }

  /// Phrases that mean the same, in text order; at least two.
  public struct Chain: Sendable, Hashable {
    public var mentions: [Mention]
  }

  static let head = "coreference"
  private static let pairHead = "coreference.pair"
  private static let width = 64
  private static let scale = 1 / Float(width).squareRoot()
  private static let edgeWidth = 32
  /// Share of the words that are looked at as heads.
  private static let kept = 0.3
  /// Antecedents of each word that are looked at more closely.
  private static let closer = 12
  /// How soft the maximum over the words of a chain is: near 0 only the best counts, at 1 their likelihoods add up.
  private static let softness: Float = 0.5

  /// - Throws: ``SyntaxError/unfitModel(name:lacks:)`` when the model has not the head or its tables.
  public init(model: Model) throws(SyntaxError) {
    guard let tables = Tables({ model.tensor("coreference." + $0)?.values }),
      model.manifest.heads.contains(where: {
        $0.name == Self.head && $0.output > 2 * Self.width + 4 * Self.edgeWidth
      })
    else { throw .unfitModel(name: model.manifest.name, lacks: "the head \(Self.head)") }
    guard
      model.manifest.heads.contains(where: {
        $0.name == Self.pairHead && $0.inputs == 3 * Self.width
      })
    else { throw .unfitModel(name: model.manifest.name, lacks: "the head \(Self.pairHead)") }
    self.model = model
    self.tables = tables
  }

  /// - Complexity: O(m²) in the words that may be heads, three tenths of all.
  public func read(_ encoding: Encoding, _ syntax: Syntax) throws(EngineError) -> [Chain] {
    let words = encoding.words
    let table = try model.scores(of: Self.head, encoding.rows)
    let tokens = words.text.tokens.indices.filter { encoding.tokenRows[$0] != nil }
    let rows = tokens.compactMap { encoding.tokenRows[$0] }
    guard !tokens.isEmpty else { return [] }
    var sentences: [Int] = []
    for (number, sentence) in words.text.sentences.enumerated() {
      let read = sentence.tokens.count { encoding.tokenRows[$0] != nil }
      sentences += repeatElement(number, count: read)
    }
    let forms = WordForms(
      forms: tokens.map { words.passage.words(words.text.tokens[$0].span) }, sentences: sentences,
      isQuoted: tokens.map { words.states[words.text.tokens[$0].span.start] != .outside })
    let mention = rows.indices.map { word in
      table[rows[word]].first.map { $0 + tables.own[forms.classes[word]] } ?? 0
    }
    let count = max(1, Int(Self.kept * Double(rows.count)))
    let candidates = rows.indices.sorted { (mention[$1], $0) < (mention[$0], $1) }.prefix(count)
      .sorted()
    let links = Links(
      tables: tables, forms: forms, sentences: sentences, mention: mention,
      candidates: candidates,
      queries: candidates.flatMap { table[rows[$0]].dropFirst(1).prefix(Self.width) },
      keys: candidates.flatMap { table[rows[$0]].dropFirst(1 + Self.width).prefix(Self.width) })
    return try chains(links).compactMap { chain in
      var mentions: [Mention] = []
      for word in chain {
        let found = Mention(
          tokens: phrase(around: tokens[word], encoding, syntax, table), head: tokens[word])
        if !mentions.contains(where: { $0.tokens == found.tokens }) { mentions.append(found) }
      }
      return mentions.count > 1
        ? Chain(
          mentions: mentions.sorted {
            ($0.tokens.lowerBound, $0.tokens.upperBound) < (
              $1.tokens.lowerBound, $1.tokens.upperBound
            )
          })
        : nil
    }
  }

  /// Words that go together, each in text order; one that no chain scores above 0 for begins its own.
  private func chains(_ links: Links) throws(EngineError) -> [[Int]] {
    let candidates = links.candidates
    var chains: [[Int]] = [[candidates[0]]]
    var chainOf = [0]
    var next = 1
    while next < candidates.count {
      // So many at a time that the vectors of their pairs take little room.
      let group = next..<min(next + 64, candidates.count)
      var pairs: [(other: Int, score: Float)] = []
      var ends: [Int] = []
      var vectors: [Float] = []
      vectors.reserveCapacity(group.count * Self.closer * 3 * Self.width)
      for place in group {
        for (other, score) in links.best(Self.closer, before: place) {
          pairs.append((other, score))
          links.appendPair(place, other, to: &vectors)
        }
        ends.append(pairs.count)
      }
      let closer = try model.scores(of: Self.pairHead, vectors)
      for row in pairs.indices { pairs[row].score += closer[row].first ?? 0 }
      var start = 0
      for (place, end) in zip(group, ends) {
        let best = Self.best(pairs[start..<end].map { (chainOf[$0.other], $0.score) })
        chainOf.append(best ?? chains.count)
        if let best {
          chains[best].append(candidates[place])
        } else {
          chains.append([candidates[place]])
        }
        start = end
      }
      next = group.upperBound
    }
    return chains
  }

  /// The chain whose words score most between them, if above 0.
  private static func best(_ scores: [(chain: Int, score: Float)]) -> Int? {
    var sums: [(chain: Int, sum: Float)] = []
    for (chain, score) in scores {
      let share = exp(min(score / softness, 80))
      if let known = sums.firstIndex(where: { $0.chain == chain }) {
        sums[known].sum += share
      } else {
        sums.append((chain, share))
      }
    }
    guard let best = sums.max(by: { $0.sum < $1.sum }), best.sum > 1 else { return nil }
    return best.chain
  }

  /// The phrase around a head: its edges are the head's own or those of what hangs on it.
  private func phrase(
    around head: Int, _ encoding: Encoding, _ syntax: Syntax, _ table: Scores.Table
  ) -> Range<Int> {
    func edge(_ places: [Int], side: Int) -> Int {
      var best = (place: head, score: -Float.infinity)
      for place in places {
        guard let own = encoding.tokenRows[head], let row = encoding.tokenRows[place] else {
          continue
        }
        let score =
          Vectors.product(part(table[own], 2 * side), part(table[row], 2 * side + 1))
          / Float(Self.edgeWidth).squareRoot() + tables.edges[side][DistanceBucket.of(place - head)]
        if score > best.score { best = (place, score) }
      }
      return best.place
    }
    let parts = syntax.dependents[head].map(syntax.subtree)
    return edge([head] + parts.compactMap(\.first).filter { $0 < head }, side: 0)..<edge(
      [head] + parts.compactMap(\.last).filter { $0 > head }, side: 1) + 1
  }

  private func part(_ row: ArraySlice<Float>, _ number: Int) -> ArraySlice<Float> {
    row.dropFirst(1 + 2 * Self.width + number * Self.edgeWidth).prefix(Self.edgeWidth)
  }

  /// The small tables of the head.
  struct Tables: Sendable {
    let classes: [Float]
    let own: [Float]
    let sentences: [Float]
    let distance: [Float]
    let agreement: [Float]
    /// Of the first and of the last word of a phrase.
    let edges: [[Float]]

    static let sentenceBuckets = 7

    init?(_ tensor: (String) -> [Float]?) {
      let count = WordForms.classCount
      guard let classes = tensor("classes"), classes.count == count * count,
        let own = tensor("own"), own.count == count,
        let sentences = tensor("sentences"), sentences.count == count * Self.sentenceBuckets,
        let distance = tensor("distance"), distance.count == DistanceBucket.count,
        let agreement = tensor("agreement"), agreement.count == count * WordForms.agreementCount,
        let edges = tensor("edges"), edges.count == 2 * DistanceBucket.count
      else { return nil }
      self.classes = classes
      self.own = own
      self.sentences = sentences
      self.distance = distance
      self.agreement = agreement
      self.edges = [
        Array(edges[..<DistanceBucket.count]), Array(edges[DistanceBucket.count...]),
      ]
    }

    static func sentenceBucket(_ apart: Int) -> Int {
      switch apart {
      case ...2: max(apart, 0)
      case 3...4: 3
      case 5...8: 4
      case 9...16: 5
      default: 6
      }
    }
  }

  /// How well words go together.
  private struct Links {
    let tables: Tables
    let forms: WordForms
    let sentences: [Int]
    let mention: [Float]
    /// Words that may be heads, in text order; what follows is theirs, row by row.
    let candidates: [Int]
    let queries: [Float]
    let keys: [Float]

    private func query(_ place: Int) -> ArraySlice<Float> {
      queries[place * CoreferenceReader.width..<(place + 1) * CoreferenceReader.width]
    }

    /// The candidates before one that go with it best, so many at most.
    func best(_ count: Int, before place: Int) -> [(other: Int, score: Float)] {
      let word = candidates[place]
      let products = Vectors.products(query(place), keys, rows: place)
      var best: [(other: Int, score: Float)] = []
      for other in 0..<place {
        let score = products[other] * CoreferenceReader.scale + beside(word, candidates[other])
        if best.count == count {
          guard score > best[count - 1].score else { continue }
          best.removeLast()
        }
        let at = best.lastIndex { $0.score >= score }.map { $0 + 1 } ?? 0
        best.insert((other, score), at: at)
      }
      return best
    }

    /// What the closer look sees of a pair: the product of both vectors, the word's, the earlier one's.
    func appendPair(_ place: Int, _ other: Int, to vectors: inout [Float]) {
      let width = CoreferenceReader.width
      let (query, key) = (place * width, other * width)
      for at in 0..<width { vectors.append(queries[query + at] * keys[key + at]) }
      vectors += queries[query..<query + width]
      vectors += keys[key..<key + width]
    }

    /// What speaks for a pair beside its vectors.
    private func beside(_ word: Int, _ other: Int) -> Float {
      let own = forms.classes[word]
      var score = mention[word] + mention[other]
      score += tables.classes[own * WordForms.classCount + forms.classes[other]]
      score += tables.distance[DistanceBucket.of(other - word)]
      score +=
        tables.sentences[
          own * Tables.sentenceBuckets + Tables.sentenceBucket(sentences[word] - sentences[other])]
      var agreement = forms.agreement(word, other).rawValue
      while agreement != 0 {
        score += tables.agreement[own * WordForms.agreementCount + agreement.trailingZeroBitCount]
        agreement &= agreement - 1
      }
      return score
    }
  }
}
