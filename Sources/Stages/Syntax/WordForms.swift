import QuothReport
import QuothText

/// What the head of coreference knows of words beside their states: a class of each, and in what two of
/// them agree. Twin of `forms.py` in Tools/training; a test holds them together.
struct WordForms {
  /// 0 common words, 1 to 9 pronouns, 10 capitalised and never seen in lower case, 11 without letters.
  let classes: [Int]
  /// The same number for the same word in lower case.
  private let numbers: [Int]
  /// Of each word the run of capitals that it stands in.
  private let runs: [Run]
  private let isQuoted: [Bool]

  private struct Run {
    var words: Range<Int>
    /// Its first letters, and all of them where it is a word of more than one: the same number for the same.
    var initials: Int
    var letters: Int?
  }

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
    var known: [String: Int] = [:]
    func number(_ word: String) -> Int {
      let number = known[word] ?? known.count
      known[word] = number
      return number
    }
    numbers = lower.map(number)
    self.runs = runs.enumerated().map { word, run in
      guard classes[word] == Self.proper else { return Run(words: run, initials: 0) }
      let letters = run.count == 1 ? lower[word].filter { $0 != "." } : ""
      return Run(
        words: run, initials: number(String(lower[run].compactMap { $0.first })),
        letters: letters.count > 1 ? number(letters) : nil)
    }
    self.isQuoted = isQuoted
  }

  /// In what two words agree: form, run of capitals, its last word, a word of it, initials, and the side
  /// of quotation marks.
  struct Agreement: OptionSet {
    let rawValue: UInt8

    static let form = Agreement(rawValue: 1 << 0)
    static let run = Agreement(rawValue: 1 << 1)
    static let lastWord = Agreement(rawValue: 1 << 2)
    static let anyWord = Agreement(rawValue: 1 << 3)
    static let initials = Agreement(rawValue: 1 << 4)
    static let quotation = Agreement(rawValue: 1 << 5)
  }

  func agreement(_ a: Int, _ b: Int) -> Agreement {
    var found: Agreement = []
    if numbers[a] == numbers[b] { found.insert(.form) }
    if isQuoted[a] == isQuoted[b] { found.insert(.quotation) }
    guard classes[a] == Self.proper, classes[b] == Self.proper else { return found }
    let (one, other) = (numbers[runs[a].words], numbers[runs[b].words])
    if one.elementsEqual(other) { found.insert(.run) }
    if one.last == other.last { found.insert(.lastWord) }
    guard a != b else { return found }
    if one.contains(where: other.contains) { found.insert(.anyWord) }
    if runs[a].letters == runs[b].initials || runs[b].letters == runs[a].initials {
      found.insert(.initials)
    }
    return found
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
