public import QuothAnnotation
import QuothReport
public import QuothSyntax
import QuothText

/// Reads who is who in a report: every name, whose it is, what the report says they are, and who that is.
///
///     let reader = EntityReader(lexicon: lexicon, actors: actors)
///     reader.read(reading).entities.first?.link     // "state:NOR"
///
/// The names and the speakers of a reading of attributions become entities with all their mentions; the
/// attributions point to the same somebody as before. Pure: the same reading gives the same entities.
public struct EntityReader: Sendable {
  private let lexicon: Lexicon
  private let actors: ActorLexicon
  private let linker: Linker

  public init(lexicon: Lexicon, actors: ActorLexicon) {
    self.lexicon = lexicon
    self.actors = actors
    linker = Linker(actors)
  }

  /// - Parameters:
  ///   - syntax: trees and names by the model; without them names are those that capitals show, and of pronouns
  ///     only a speaker's are read.
  ///   - chains: phrases that mean the same, as the model has them.
  public func read(
    _ reading: Annotations, syntax: Syntax? = nil, chains: [CoreferenceReader.Chain] = []
  ) -> Annotations {
    let words = Words(reading.text)
    let finder = NameFinder(words: words, lexicon: lexicon, actors: actors, syntax: syntax)
    let sources = SourceNames(reading, words: words)
    let found = sources.added(to: finder.names())
    let (resolved, states) = StateResolver(
      words: words, lexicon: lexicon, actors: actors, syntax: syntax
    ).resolved(found)
    var joiner = EntityJoiner(
      words: words, lexicon: lexicon, actors: actors, speakers: sources.speakers)
    joiner.join(resolved)
    var draft = EntityDraft(groups: joiner.groups, reading: reading, words: words)
    let roles = RoleReader(words: words, lexicon: lexicon, actors: actors, names: draft.names)
    draft.readRoles(roles, actors.roles)
    draft.bindDescriptions(lexicon)
    draft.bindPronouns()
    if let syntax {
      let phrases = PhraseReader(words: words, syntax: syntax, lexicon: lexicon, actors: actors)
      draft.bindPhrases(phrases, syntax, chains, roles)
    }
    draft.link(linker, Linker.Context(published: reading.report.published?.value, states: states))
    return draft.finished
  }
}
