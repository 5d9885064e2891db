import QuothSyntax
import QuothText

/// Which predicate is told under the condition of which other: *if the state paid half, fares would fall*.
struct Conditions {
  private let words: Words
  private let syntax: Syntax
  /// For each predicate of a condition that of its consequence.
  private(set) var consequences: [Int: Int] = [:]

  init(words: Words, syntax: Syntax) {
    self.words = words
    self.syntax = syntax
    for (token, word) in syntax.words.enumerated() {
      guard let word, let governor = word.head,
        [.advcl, .ccomp, .parataxis].contains(word.relation), isCondition(token, word)
      else { continue }
      // *If the state paid half, he said, fares would fall*: both may hang on the saying.
      let beside = syntax.dependents(of: governor, .ccomp, .parataxis).first {
        $0 > token && syntax.words[$0]?.part == .verb
      }
      if let consequence = word.relation == .advcl ? governor : beside {
        consequences[token] = consequence
      }
    }
  }

  /// Predicates of the conditions that a predicate is told under.
  func conditions(of consequence: Int) -> [Int] {
    consequences.filter { $0.value == consequence }.map(\.key).sorted()
  }

  private func isCondition(_ token: Int, _ word: Word) -> Bool {
    let mark = syntax.dependents(of: token, .mark).first.map { words.lower[$0] }
    if let mark {
      return ["if", "unless"].contains(mark) || word.relation == .advcl && mark == "without"
    }
    return isInverted(token)
  }

  /// *Had the alarm rung*: an auxiliary before its subject, and no question.
  private func isInverted(_ token: Int) -> Bool {
    guard let subject = syntax.dependents(of: token, .nsubj).first,
      let auxiliary = syntax.dependents(of: token, .aux, .cop).first
    else { return false }
    return auxiliary < subject && ["had", "were", "should"].contains(words.lower[auxiliary])
  }
}
