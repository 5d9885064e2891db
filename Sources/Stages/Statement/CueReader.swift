import QuothAnnotation
import QuothSyntax

/// What the cue of an attribution does to the certainty of its content.
struct CueReader {
  let words: Words
  let syntax: Syntax
  let lexicon: CertaintyLexicon
  let modality: ModalityReader

  /// A statement's modality within a content, seen through the saying.
  func through(_ attribution: Attribution, _ inner: Modality) -> Modality {
    let cue = words.tokens(of: attribution.cue)
    var result = inner
    guard let verb = predicate(cue) else { return applied(attribution.act, to: inner) }
    let isNegated =
      modality.negation(of: verb) != nil
      || cue.contains { lexicon.grades[words.lower[$0]] == .negative }
    switch modality.effect(of: verb) {
    case .deny: result.certainty = isNegated ? .uncommitted : inner.certainty.negated
    case .doubt:
      result.certainty = Certainty(.probable, isNegative: !inner.certainty.isNegative)
      result.hedges.append(verb)
    case .fact where !isNegated: break
    case .not where [.decline, .other].contains(attribution.act) && isInfinitive(attribution):
      result.certainty = isNegated ? inner.certainty : inner.certainty.negated
    case .exclude:
      result.certainty = isNegated ? Certainty(.possible) : inner.certainty.negated
    case .probable where hasBelief(attribution):
      result.certainty = inner.certainty.atMost(.probable)
      if isNegated { result.certainty = result.certainty.negated }
      result.hedges.append(verb)
    case .possible where hasBelief(attribution):
      result.certainty = inner.certainty.atMost(.possible)
      result.hedges.append(verb)
    default:
      result = applied(attribution.act, to: inner)
      if isNegated { result.certainty = .uncommitted }
    }
    result.hedges.sort()
    return result
  }

  /// Whether the reporter, by the verb, holds it to be so too: *learned*, *revealed*.
  func isTakenOver(_ attribution: Attribution) -> Bool {
    guard attribution.act != .confirm,
      let verb = predicate(words.tokens(of: attribution.cue)),
      let lemma = syntax.words[verb]?.lemma.lowercased()
    else { return false }
    return ["know", "realize", "realise", "learn", "discover", "regret", "forget", "reveal"]
      .contains(lemma) && modality.negation(of: verb) == nil
  }

  /// *Refused to stamp the forms*.
  private func isInfinitive(_ attribution: Attribution) -> Bool {
    words.tokens(of: attribution.content).first.map { words.lower[$0] == "to" } ?? false
  }

  /// Acts of belief grade what is believed; *indicated that*, of documents, grades it too.
  private func hasBelief(_ attribution: Attribution) -> Bool {
    switch attribution.act {
    case .believe, .expect, .speculate, .fear, .assess, .doubt, .report, .other: true
    default: false
    }
  }

  private func applied(_ act: Attribution.Act, to inner: Modality) -> Modality {
    var result = inner
    switch act {
    case .deny: result.certainty = inner.certainty.negated
    case .doubt: result.certainty = Certainty(.probable, isNegative: !inner.certainty.isNegative)
    case .believe, .expect, .assess: result.certainty = inner.certainty.atMost(.probable)
    case .speculate, .fear: result.certainty = inner.certainty.atMost(.possible)
    case .urge, .ask:
      result.certainty = .uncommitted
      result.timeClass = act == .urge ? .normative : inner.timeClass
    case .intend, .hope:
      result.certainty = .uncommitted
      result.timeClass = .planned
    case .promise: result.timeClass = inner.timeClass ?? .planned
    case .decline: result.certainty = .uncommitted
    default: break
    }
    if act == .expect { result.timeClass = inner.timeClass ?? .planned }
    return result
  }

  /// The verb or noun of a cue.
  func predicate(_ cue: [Int]) -> Int? {
    cue.last { syntax.words[$0]?.part == .verb } ?? cue.last { syntax.words[$0]?.part == .noun }
      ?? cue.last { syntax.words[$0]?.part == .adjective }
  }
}
