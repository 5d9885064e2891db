import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// Who of a report acts in politics: states, bodies, officials, armed groups, crowds, journalists.
struct PoliticalParties {
  private let words: Words
  private let syntax: Syntax
  private let isNoun: [Bool]
  /// For each token the entity of the narrowest mention around it.
  private let entities: [Entity?]

  /// - Parameter isNoun: for each token whether it is a noun for those who act in politics.
  init(_ sources: StatementReader.Sources, isNoun: [Bool]) {
    words = sources.words
    syntax = sources.syntax
    self.isNoun = isNoun
    var found = [Entity?](repeating: nil, count: words.text.tokens.count)
    let mentions = sources.entities.flatMap { entity in entity.mentions.map { (entity, $0.span) } }
    for (entity, span) in mentions.sorted(by: { $0.1.count > $1.1.count }) {
      for token in words.text.tokens(overlapping: span) { found[token] = entity }
    }
    entities = found
  }

  /// Whether a phrase, by its head word, means somebody who acts in politics, or something of theirs that
  /// stands for them: *Norland's warplanes*.
  func holds(_ head: Int) -> Bool {
    guard let word = syntax.words[head] else { return false }
    if isNoun[head] { return true }
    if let entity = entities[head] {
      switch entity.type {
      case .state, .organisation: return true
      case .group: return word.part == .properNoun || word.part == .pronoun
      case .person: return !entity.roles.isEmpty || word.part == .properNoun
      case .place: return word.part == .properNoun
      case .product, .other: break
      }
    }
    if entities[head] == nil, word.tag == "NNP" { return true }
    return syntax.dependents(of: head, .nmod, .amod, .compound).contains { modifier in
      entities[modifier].map { [.state, .organisation].contains($0.type) } ?? false
    }
  }

  /// Whether two words speak of one entity.
  func areOne(_ a: Int, _ b: Int) -> Bool {
    a == b || entities[a] != nil && entities[a]?.id == entities[b]?.id
  }

  /// Whether a phrase means a person, a body or a state, of politics or not.
  func isSomebody(_ head: Int) -> Bool {
    if holds(head) { return true }
    switch entities[head]?.type {
    case .person, .group, .organisation, .state: return true
    default: return false
    }
  }
}
