import QuothReport
import QuothSyntax

/// "The minister is believed to be abroad": somebody believes, but nobody is named.
///
/// In a passive without "by" the subject is what is spoken of, never who speaks; the source is absent.
struct AgentlessPassive {
  let words: Words
  let lexicon: Lexicon

  func corrected(_ draft: Draft) -> Draft {
    let cue = words.tokens(of: draft.cue)
    guard let source = words.tokens(of: draft.source).last, let first = cue.first,
      let last = cue.last,
      source < first, isPassive(cue), !hasAgent(after: last)
    else { return draft }
    var corrected = draft
    corrected.source = []
    return corrected
  }

  /// A form of "be" and then a participle whose subject cannot be the one who speaks or thinks.
  private func isPassive(_ cue: [Int]) -> Bool {
    guard let be = cue.firstIndex(where: { Self.being.contains(words.lower[$0]) }) else {
      return false
    }
    return cue[(be + 1)...].contains { Self.participles.contains(words.lower[$0]) }
  }

  private static let being: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "’s", "’re",
  ]

  private static let participles: Set<String> = [
    "said", "believed", "thought", "expected", "reported", "alleged", "known", "understood",
    "rumoured",
    "rumored", "considered", "feared", "estimated", "predicted", "suspected", "presumed", "assumed",
    "claimed", "projected", "forecast", "seen", "regarded", "viewed", "accused", "urged", "called",
    "described", "blamed", "criticised", "criticized", "anticipated", "deemed", "supposed",
  ]

  private func hasAgent(after last: Int) -> Bool {
    words.lower[(last + 1)...].prefix(4).contains("by")
  }
}
