/// The base forms of inflected verbs and nouns: by rule, checked against a list of words.
///
///     lemmatiser.base(of: "urged", part: .verb, tag: "VBD")     // "urge"
///
/// Silent where neither the list nor a rule is sure; what the model learned holds there.
public struct Lemmatiser: Sendable {
  /// The file it is read from, below the folder `Lexicons`.
  public static let files = ["words/bases.tsv"]

  private let bases: SortedLines

  /// - Parameter file: the text of a file of ``files``, by name.
  public init(_ file: (String) -> [UInt8]) {
    bases = SortedLines(file("words/bases.tsv"))
  }

  /// The base of a form, both in lower case.
  ///
  /// - Parameter tag: English tag of the Penn Treebank.
  /// - Complexity: O(log n) in the list.
  func base(of form: String, part: PartOfSpeech, tag: String) -> String? {
    switch (part, tag) {
    case (.verb, _), (.auxiliary, "VBD"), (.auxiliary, "VBZ"), (.auxiliary, "VBN"),
      (.auxiliary, "VBP"), (.auxiliary, "VBG"):
      return ["VB", "MD"].contains(tag) ? nil : verb(form, tag)
    case (.noun, "NNS"): return noun(form)
    case (.determiner, "DT"): return ["a": "a", "an": "a", "the": "the"][form]
    case (.adjective, "JJR"), (.adjective, "JJS"): return listed(form, "adjective").first
    default: return nil
    }
  }

  /// A form in lower case and all that it may be made from, whatever its part of speech.
  ///
  ///     lemmatiser.bases(of: "strikes")     // ["strikes", "strike"]
  ///
  /// - Complexity: O(log n) in the list.
  public func bases(of form: String) -> [String] {
    let verbs = ["VBZ", "VBD", "VBG"].lazy.compactMap { verb(form, $0) }.first
    return [verbs, noun(form)].reduce(into: [form]) { found, base in
      if let base, !found.contains(base) { found.append(base) }
    }
  }

  private func verb(_ form: String, _ tag: String) -> String? {
    let known = listed(form, "verb")
    // *Found* is of *find* rather than of *found*.
    if let base = known.first(where: { $0 != form }) ?? known.first, tag != "VBP" { return base }
    if tag == "VBP" { return known.contains(form) ? form : known.first }
    let candidates: [String]
    switch tag {
    case "VBZ": candidates = Self.withoutS(form)
    case "VBD", "VBN": candidates = Self.stems(form, without: "ed")
    case "VBG": candidates = Self.stems(form, without: "ing")
    default: return nil
    }
    return candidates.first { listed($0, "verb").contains($0) }
  }

  private func noun(_ form: String) -> String? {
    if let base = listed(form, "noun").first { return base }
    guard form.hasSuffix("s"), !["ss", "us", "is"].contains(where: form.hasSuffix),
      form.utf8.allSatisfy({ $0 >= UInt8(ascii: "a") })
    else { return nil }
    let candidates = Self.withoutS(form)
    if let known = candidates.first(where: { listed($0, "noun").contains($0) }) { return known }
    if form.hasSuffix("ies"), form.count > 4 { return candidates.last }
    let hisses = ["ses", "xes", "zes", "ches", "shes", "oes"].contains(where: form.hasSuffix)
    return candidates[hisses ? 1 : 0]
  }

  /// Without an *-s*, then without an *-es*, then with *-y* for *-ies*, as far as the form has them.
  private static func withoutS(_ form: String) -> [String] {
    guard form.hasSuffix("s") else { return [] }
    var found = [String(form.dropLast())]
    if form.hasSuffix("es") { found.append(String(form.dropLast(2))) }
    if form.hasSuffix("ies") { found.append(form.dropLast(3) + "y") }
    return found
  }

  /// What a verb may be before its ending: with a silent *e*, as it stands, with its last letter once, with *y*.
  private static func stems(_ form: String, without ending: String) -> [String] {
    guard form.hasSuffix(ending) else { return [] }
    let stem = String(form.dropLast(ending.count))
    var found = [stem + "e", stem]
    if stem.count > 2, stem.last == stem.dropLast().last { found.append(String(stem.dropLast())) }
    if stem.hasSuffix("i") { found.append(stem.dropLast() + "y") }
    return found
  }

  private func listed(_ form: String, _ part: String) -> [String] {
    bases.fields(of: form).filter { $0.first == part }.compactMap(\.last)
  }
}
