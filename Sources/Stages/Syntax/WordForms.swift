import QuothReport
import QuothText

/// What the head of coreference knows of words beside their states: a class of each, and in what two of
/// them agree. Twin of `forms.py` in Tools/training; a test holds them together.
struct WordForms {
  /// 0 common words, 1 to 9 pronouns, 10 capitalised and never seen in lower case, 11 without letters.
  let classes: [Int]
  private let lower: [String]
  private let runs: [Range<Int>]
  private let isQuoted: [Bool]

  static let classCount = 12
  static let agreementCount = 6
  private static let proper = 10

  /// - Parameters:
  ///   - forms: words in text order.
  ///   - sentences: for each of them the number of its sentence.
  ///   - isQuoted: for each of them whether it stands within quotation marks, or is one.
  init(forms: [String], sentences: [Int], isQuoted: [Bool]) {
    let small = Set(forms.filter { $0.first?.isLowercase ?? false })
    let lower = forms.map { $0.lowercased() }
    let classes = zip(forms, lower).map { form, low in
      if let pronoun = Self.pronouns[low], form != "US" { return pronoun }
      guard form.contains(where: \.isLetter) else { return 11 }
      return form.first?.isUppercase ?? false && !small.contains(low) ? Self.proper : 0
    }
    var runs = forms.indices.map { $0..<$0 + 1 }
    var start = 0
    while start < forms.count {
      var stop = start + 1
      if classes[start] == Self.proper {
        while stop < forms.count, classes[stop] == Self.proper, sentences[stop] == sentences[start]
        {
          stop += 1
        }
        for word in start..<stop { runs[word] = start..<stop }
      }
      start = stop
    }
    self.classes = classes
    self.lower = lower
    self.runs = runs
    self.isQuoted = isQuoted
  }

  /// In what two words agree: form, run of capitals, its last word, a word of it, initials, and the side
  /// of quotation marks.
  func agreement(_ a: Int, _ b: Int) -> [Bool] {
    let bothProper = classes[a] == Self.proper && classes[b] == Self.proper
    let (one, other) = (lower[runs[a]], lower[runs[b]])
    return [
      lower[a] == lower[b],
      bothProper && one.elementsEqual(other),
      bothProper && one.last == other.last,
      bothProper && a != b && one.contains { other.contains($0) },
      bothProper && a != b && (isShort(one, for: other) || isShort(other, for: one)),
      isQuoted[a] == isQuoted[b],
    ]
  }

  private func isShort(_ short: ArraySlice<String>, for long: ArraySlice<String>) -> Bool {
    guard short.count == 1, let first = short.first else { return false }
    let letters = first.filter { $0 != "." }
    guard letters.count > 1 else { return false }
    return letters == String(long.compactMap(\.first))
  }

  private static let pronouns: [String: Int] = {
    let groups = [
      "i me my mine myself", "we us our ours ourselves", "you your yours yourself yourselves",
      "he him his himself", "she her hers herself", "it its itself",
      "they them their theirs themselves themself", "this that these those", "who whom whose which",
    ]
    var found: [String: Int] = [:]
    for (number, group) in groups.enumerated() {
      for word in group.split(separator: " ") { found[String(word)] = number + 1 }
    }
    return found
  }()
}
