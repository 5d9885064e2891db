public import QuothEngine
import QuothText

/// Reads parts of speech, lemmas, trees and names from the encoder's states.
///
///     let parser = try Parser(model: model, lemmatiser: lemmatiser)
///     let syntax = try parser.read(encoding)
///     syntax.words[3]?.lemma     // "say"
///
/// Trees are maximum spanning trees over scores of each word with each possible head (Dozat and Manning
/// 2017, arXiv:1611.01734). Twin of `understanding.py` in Tools/training.
public struct Parser: Sendable {
  private let model: Model
  private let labels: SyntaxLabels
  private let lemmatiser: Lemmatiser
  /// Scores of a head by its signed distance.
  private let distance: [Float]

  static let (wordHead, arcHead, relationHead) = ("syntax.words", "syntax.arcs", "syntax.relations")
  static let (nameHead, elsewhereHead) = ("names", "names.elsewhere")
  private static let articles: Set<String> = ["a", "an", "the"]
  /// Width of the vectors of arcs, and of those of relations.
  static let width = 128

  /// - Throws: ``SyntaxError/unfitModel(name:lacks:)`` when the model has not the heads or tables of
  ///   syntax.
  public init(model: Model, lemmatiser: Lemmatiser) throws(SyntaxError) {
    func unfit(_ lacks: String) -> SyntaxError {
      .unfitModel(name: model.manifest.name, lacks: lacks)
    }
    self.model = model
    self.lemmatiser = lemmatiser
    labels = try SyntaxLabels(model.manifest)
    guard let distance = model.tensor("syntax.distance")?.values,
      distance.count == DistanceBucket.count
    else { throw unfit("syntax.distance") }
    guard
      model.manifest.heads.contains(where: { $0.name == Self.arcHead && $0.output > 4 * Self.width }
      )
    else { throw unfit("the head \(Self.arcHead)") }
    self.distance = distance
  }

  /// - Throws: ``QuothEngine/EngineError`` when the engine fails.
  /// - Complexity: O(n · s) in tokens and the length of sentences; a sentence of which no simple choice
  ///   makes a tree takes O(s³) at worst.
  public func read(_ encoding: Encoding) throws(EngineError) -> Syntax {
    let words = encoding.words
    let tags = try model.scores(of: Self.wordHead, encoding.rows)
    let arcs = try model.scores(of: Self.arcHead, encoding.rows)
    let reader = NameReader(labels: labels.names, scores: try nameTags(encoding))
    var found = [Word?](repeating: nil, count: words.text.tokens.count)
    var names: [Name] = []
    var pairs = RelationPairs(capacity: found.count)
    for sentence in words.text.sentences {
      let tokens = sentence.tokens.filter { encoding.tokenRows[$0] != nil }
      let rows = tokens.compactMap { encoding.tokenRows[$0] }
      guard !rows.isEmpty else { continue }
      let heads = SpanningTree.heads(arcScores(arcs, rows))
      for (place, token) in tokens.enumerated() {
        let head = heads[place]
        let form = words.passage.words(words.text.tokens[token].span)
        var word = labels.word(
          tags[rows[place]], form: form, head: head == place ? nil : tokens[head])
        if let base = lemmatiser.base(of: words.lower[token], part: word.part, tag: word.tag) {
          word.lemma = base
        } else if ![.properNoun, .noun, .symbol, .other].contains(word.part), word.lemma != "I" {
          word.lemma = word.lemma.lowercased()
        }
        found[token] = word
        pairs.append(token: token, arcs[rows[place]], arcs[rows[head]], isRoot: head == place)
      }
      names += reader.names(tokens, rows)
    }
    let relations = try model.scores(of: Self.relationHead, pairs.values)
    for (row, token) in pairs.tokens.enumerated() {
      // An article is a determiner, whatever the head makes of it.
      let isArticle =
        found[token]?.part == .determiner && Self.articles.contains(encoding.words.lower[token])
      let (relation, subtype) =
        isArticle && !pairs.isRoot[row]
        ? (.det, nil) : labels.relation(relations[row], isRoot: pairs.isRoot[row])
      found[token]?.relation = relation
      found[token]?.subtype = subtype
    }
    return Syntax(words: found, names: names)
  }

  /// Scores of the tags of names; a capitalised word that stands elsewhere too is scored from there as well,
  /// by the mean over those places (after Akbik et al. 2019, doi:10.18653/v1/N19-1078).
  private func nameTags(_ encoding: Encoding) throws(EngineError) -> Scores.Table {
    var tags = try model.scores(of: Self.nameHead, encoding.rows)
    let elsewhere = try model.scores(of: Self.elsewhereHead, encoding.rows)
    let words = encoding.words
    var places: [String: [Int]] = [:]
    for (token, row) in encoding.tokenRows.enumerated() {
      guard let row else { continue }
      let lower = words.lower[token]
      let form = words.passage.words(words.text.tokens[token].span)
      if form != lower, form.unicodeScalars.count > 1 { places[lower, default: []].append(row) }
    }
    // In order, since two words may be read at one subword: sums of f32 depend on it.
    for (_, rows) in places.filter({ $0.value.count > 1 }).sorted(by: { $0.key < $1.key }) {
      let sums = rows.reduce(into: [Float](repeating: 0, count: tags.columns)) { sums, row in
        for (column, score) in elsewhere[row].enumerated() { sums[column] += score }
      }
      for row in rows {
        for (column, score) in elsewhere[row].enumerated() {
          tags.values[row * tags.columns + column] += (sums[column] - score) / Float(rows.count - 1)
        }
      }
    }
    return tags
  }

  /// Scores of each word of a sentence with each as its head, (words, words); a word with itself, as
  /// the root.
  private func arcScores(_ arcs: Scores.Table, _ rows: [Int]) -> [Float] {
    let count = rows.count
    let scale = 1 / Float(Self.width).squareRoot()
    var scores = [Float](repeating: 0, count: count * count)
    for (word, row) in rows.enumerated() {
      let dependent = arcs[row].prefix(Self.width)
      for (head, other) in rows.enumerated() {
        let vector = arcs[other].dropFirst(Self.width).prefix(Self.width)
        let bias = arcs[other][arcs[other].startIndex + 2 * Self.width]
        scores[word * count + head] =
          Vectors.product(dependent, vector) * scale + bias
          + distance[DistanceBucket.of(head - word)]
      }
    }
    return scores
  }
}

/// The vectors of words and their heads, as the head of relations reads them: their products, the
/// word's, its head's.
private struct RelationPairs {
  private(set) var tokens: [Int] = []
  private(set) var isRoot: [Bool] = []
  private(set) var values: [Float] = []

  init(capacity: Int) { values.reserveCapacity(capacity * 3 * Parser.width) }

  mutating func append(
    token: Int, _ word: ArraySlice<Float>, _ head: ArraySlice<Float>, isRoot: Bool
  ) {
    tokens.append(token)
    self.isRoot.append(isRoot)
    let own = word.dropFirst(2 * Parser.width + 1).prefix(Parser.width)
    let other = head.dropFirst(3 * Parser.width + 1).prefix(Parser.width)
    for (a, b) in zip(own, other) { values.append(a * b) }
    values += own
    values += other
  }
}

/// Why a model cannot parse.
public enum SyntaxError: Error, Sendable {
  /// The model was made for something else.
  case unfitModel(name: String, lacks: String)

  public var slug: String { "model.unfit" }

  public var message: String {
    switch self {
    case .unfitModel(let name, let lacks):
      "the model \"\(name)\" lacks \(lacks); take the one that came with this version of quoth"
    }
  }
}
