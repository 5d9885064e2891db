import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// Which entity a word belongs to; what no entity has yet becomes one.
struct EntityIndex {
  private(set) var entities: [Entity]
  private let words: Words
  private let tree: ClauseTree
  /// For each token the entity of the narrowest mention around it.
  private var byToken: [Entity.ID?]

  init(_ entities: [Entity], words: Words, tree: ClauseTree) {
    self.entities = entities
    self.words = words
    self.tree = tree
    byToken = [Entity.ID?](repeating: nil, count: words.text.tokens.count)
    let mentions = entities.flatMap { entity in entity.mentions.map { (entity.id, $0.span) } }
    for (id, span) in mentions.sorted(by: { $0.1.count > $1.1.count }) {
      for token in words.text.tokens(overlapping: span) { byToken[token] = id }
    }
  }

  /// The entity of the phrase around a head word.
  mutating func entity(of head: Int) -> Entity.ID? {
    // The head's own mention, unless it is a narrower one that only describes it.
    let phrase = tree.phrase(head)
    if let known = byToken[head] { return known }
    guard let part = tree.syntax.words[head]?.part,
      [.noun, .properNoun, .pronoun, .number].contains(part)
    else { return nil }
    let span = words.span(maximal(phrase, around: head))
    let kind: Entity.Mention.Kind =
      part == .pronoun ? .pronoun : part == .properNoun ? .name : .nominal
    let id = entities.count
    entities.append(
      Entity(
        id: id, name: words.passage.words(span), type: .other,
        mentions: [Entity.Mention(span: span, kind: kind)]))
    for token in words.text.tokens(overlapping: span) where byToken[token] == nil {
      byToken[token] = id
    }
    return id
  }

  /// Entities with a mention within spans, in text order.
  func entities(within spans: [Span]) -> [Entity.ID] {
    var found: [Entity.ID] = []
    for token in words.tokens(of: spans) {
      if let id = byToken[token], !found.contains(id) { found.append(id) }
    }
    return found
  }

  /// The run of a phrase's tokens around its head, without marks at the edges.
  private func maximal(_ phrase: [Int], around head: Int) -> Range<Int> {
    var (low, high) = (head, head)
    while phrase.contains(low - 1) { low -= 1 }
    while phrase.contains(high + 1) { high += 1 }
    while low < head, isEdge(low) { low += 1 }
    while high > head, isEdge(high) { high -= 1 }
    return low..<high + 1
  }

  private func isEdge(_ token: Int) -> Bool {
    let word = tree.syntax.words[token]
    return word?.part == .punctuation || word?.relation == .case || word?.relation == .mark
      || word?.part == .coordinator
  }
}
