import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// Which entity a word belongs to; what no entity has yet becomes one.
struct EntityIndex {
  private(set) var entities: [Entity]
  private let words: Words
  private let tree: ClauseTree
  private let empty: EmptyPronouns
  /// For each token the entity of the narrowest mention around it.
  private var byToken: [Entity.ID?]
  /// For each token the entity of the narrowest mention that it is the head of, or a name's word.
  private var byHead: [Entity.ID?]

  init(_ entities: [Entity], words: Words, tree: ClauseTree) {
    self.entities = entities
    self.words = words
    self.tree = tree
    empty = EmptyPronouns(words: words, syntax: tree.syntax)
    byToken = [Entity.ID?](repeating: nil, count: words.text.tokens.count)
    byHead = byToken
    let mentions = entities.flatMap { entity in entity.mentions.map { (entity.id, $0) } }
    for (id, mention) in mentions.sorted(by: { $0.1.span.count > $1.1.span.count }) {
      let tokens = words.text.tokens(overlapping: mention.span)
      let isName = [.name, .adjective].contains(mention.kind)
      for token in tokens {
        byToken[token] = id
        let governor = tree.syntax.words[token]?.head
        if isName || governor.map({ !tokens.contains($0) }) ?? true { byHead[token] = id }
      }
    }
  }

  /// The entity of the phrase around a head word.
  mutating func entity(of head: Int) -> Entity.ID? {
    if let known = byHead[head] { return known }
    guard let word = tree.syntax.words[head], !empty.contains(head), !isTime(head, word),
      [.noun, .properNoun, .pronoun, .number].contains(word.part) || word.tag.hasPrefix("NN")
    else { return nil }
    let part = word.part
    let phrase = tree.phrase(head)
    let span = words.span(maximal(phrase, around: head))
    let kind: Entity.Mention.Kind =
      part == .pronoun ? .pronoun : part == .properNoun ? .name : .nominal
    let id = entities.count
    entities.append(
      Entity(
        id: id, name: words.passage.words(span), type: type(of: head),
        mentions: [Entity.Mention(span: span, kind: kind)]))
    for token in words.text.tokens(overlapping: span) where byToken[token] == nil {
      byToken[token] = id
    }
    byHead[head] = id
    return id
  }

  /// What a pronoun that speaks of nobody known shows.
  private func type(of head: Int) -> Entity.Kind {
    switch words.lower[head] {
    case "he", "she", "him", "her", "i", "me": .person
    case "they", "them", "we", "us": .group
    default: .other
    }
  }

  /// Whether a word only says when: *they met Monday*.
  private func isTime(_ head: Int, _ word: Word) -> Bool {
    word.subtype == "tmod" || Self.days.contains(words.lower[head])
  }

  private static let days: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

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
      || [.nsubj, .cop, .expl, .aux].contains(word?.relation) && word?.part != .noun
  }
}
