import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// The names that attributions were found to have as source or addressee.
struct SourceNames {
  private let words: Words
  private let named: [(span: Span, type: Entity.Kind)]
  /// Spans of names of which nothing is known but that they speak, as people do.
  let speakers: Set<Span>

  init(_ reading: Annotations, words: Words) {
    self.words = words
    var named: [(span: Span, type: Entity.Kind)] = []
    for entity in reading.entities {
      for mention in entity.mentions where mention.kind == .name {
        named.append((mention.span, entity.type))
      }
    }
    self.named = named
    speakers = Set(named.filter { $0.type == .person }.map(\.span))
  }

  /// Names in text order, with those of the sources among them.
  ///
  /// The source's own reading counts where capitals showed another extent, and that of the lexicon before both.
  func added(to names: [FoundName]) -> [FoundName] {
    var names = names
    for source in named {
      let tokens = words.text.tokens(overlapping: source.span)
      guard !tokens.isEmpty else { continue }
      let type = source.type == .person ? nil : source.type
      if let same = names.firstIndex(where: { $0.tokens == tokens }) {
        if names[same].sense == nil { names[same].type = names[same].type ?? type }
        continue
      }
      // "Kim Jong-un", of which the source has "Kim Jong"
      if let longer = names.firstIndex(where: {
        $0.tokens.lowerBound == tokens.lowerBound && $0.tokens.count > tokens.count
          && $0.sense == nil
      }) {
        if source.type == .person { names[longer].type = names[longer].type ?? .person }
        continue
      }
      // "Turkey's state-run Anadolu Agency" is the agency that the lexicon knows.
      let isKnown = names.contains {
        $0.tokens.upperBound == tokens.upperBound && $0.tokens.count < tokens.count
          && $0.sense.map { $0.actor.kind != .state } == true
      }
      if isKnown { continue }
      let touched = names.indices.filter { names[$0].tokens.overlaps(tokens) }
      let holds = touched.allSatisfy {
        tokens.contains(names[$0].tokens.lowerBound)
          && tokens.upperBound >= names[$0].tokens.upperBound
      }
      if source.type == .person, touched.contains(where: { names[$0].sense != nil }) { continue }
      if !holds || source.type == .person {
        guard touched.allSatisfy({ names[$0].sense == nil }) else { continue }
        names = names.enumerated().filter { !touched.contains($0.offset) }.map(\.element)
      }
      names.append(FoundName(tokens: tokens, span: source.span, type: type))
    }
    return names.sorted {
      ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
    }
  }
}
