/// Forms of English verbs, by rule where a lexicon names no irregular ones.
public enum Inflection {
  /// The forms of a lexicon entry: a base form, and irregular forms after a colon, divided by
  /// slashes: `say:says/said/saying`. After a hyphen stands the particle that must follow:
  /// `call-for` gives "call for", "called for" and so on.
  ///
  ///     forms(of: "deny")     // ["deny", "denies", "denying", "denied"]
  public static func forms(of entry: String) -> [String] {
    let parts = entry.split(separator: ":", maxSplits: 1)
    let verb = (parts.first ?? "").split(separator: "-", maxSplits: 1).map(String.init)
    guard let base = verb.first else { return [] }
    let irregular = parts.count > 1 ? parts[1].split(separator: "/").map(String.init) : []
    let pasts = irregular.filter { !$0.hasSuffix("ing") && !$0.hasSuffix("s") }
    let forms =
      [base, thirdPerson(base), stem(base) + "ing"] + irregular
      + (pasts.isEmpty ? [past(base)] : [])
    return verb.count > 1 ? forms.map { $0 + " " + verb[1] } : forms
  }

  private static func thirdPerson(_ base: String) -> String {
    if endsInConsonantAndY(base) { return base.dropLast() + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].contains { base.hasSuffix($0) }
    return base + (hisses ? "es" : "s")
  }

  private static func past(_ base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if endsInConsonantAndY(base) { return base.dropLast() + "ied" }
    return base + "ed"
  }

  private static func stem(_ base: String) -> String {
    let keepsE = base.hasSuffix("ee") || base.count < 3
    return base.hasSuffix("e") && !keepsE ? String(base.dropLast()) : base
  }

  private static func endsInConsonantAndY(_ base: String) -> Bool {
    guard base.hasSuffix("y"), let before = base.dropLast().last else { return false }
    return !"aeiou".contains(before)
  }
}
