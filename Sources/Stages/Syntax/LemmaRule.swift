/// How a lemma comes from its form: a letter case, letters cut from the end, letters added.
///
/// Learned from treebanks (the edit scripts of UDPipe, Straka 2018, K18-2020): `l|3|e` makes *Using* into
/// *use*.
struct LemmaRule: Sendable, Hashable {
  private enum Casing: Character { case kept = "k", lower = "l", title = "t" }

  private let casing: Casing
  private let cut: Int
  private let added: String

  /// Nil when it is not written as one.
  init?(_ written: String) {
    let parts = written.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let first = parts[0].first, parts[0].count == 1,
      let casing = Casing(rawValue: first), let cut = Int(parts[1]), cut >= 0
    else { return nil }
    self.casing = casing
    self.cut = cut
    added = String(parts[2])
  }

  /// The form itself, in the rule's case, where it is too short for the rule.
  func lemma(of form: String) -> String {
    let base: String
    switch casing {
    case .kept: base = form
    case .lower: base = form.lowercased()
    case .title: base = String(form.prefix(1)) + form.dropFirst().lowercased()
    }
    guard cut > 0 || !added.isEmpty, base.count >= cut else { return base }
    return base.dropLast(cut) + added
  }
}
