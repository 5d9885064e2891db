import QuothReport
import QuothSyntax
import QuothText

/// When a clause lies by the tense of its verb.
struct TenseClass {
  let words: Words
  let syntax: Syntax

  func timeClass(of token: Int) -> Statement.TimeClass {
    let auxiliaries = syntax.dependents(of: token, .aux)
    if auxiliaries.contains(where: {
      ["have", "has", "had", "'ve", "’ve", "having"].contains(words.lower[$0])
    }) {
      return .pastFact
    }
    let finite = auxiliaries + syntax.dependents(of: token, .cop)
    for auxiliary in finite {
      switch syntax.words[auxiliary]?.tag {
      case "VBD": return .pastFact
      case "VBZ", "VBP": return .ongoing
      default: break
      }
    }
    // A participle lies when what it hangs on does: *they succeeded in lowering it*.
    if let word = syntax.words[token], word.tag == "VBG", finite.isEmpty, let head = word.head,
      [.advcl, .acl, .xcomp, .ccomp, .obl, .conj].contains(word.relation),
      syntax.words[head]?.part == .verb
    {
      return timeClass(of: head)
    }
    switch syntax.words[token]?.tag {
    case "VBD": return .pastFact
    // "Ferry hits pier"
    case "VBZ", "VBP": return isHeadline(token) && !isLasting(token) ? .pastFact : .ongoing
    case "VBG": return .ongoing
    case "VBN": return .pastFact
    case "VB": return .planned
    default: return .ongoing
    }
  }

  private func isHeadline(_ token: Int) -> Bool {
    let sentence = words.sentence(at: words.text.tokens[token].span.start)
    return words.text.sentences.indices.contains(sentence)
      && words.text.sentences[sentence].role == .headline
  }

  /// Whether a verb tells of a state, or of what goes on.
  private func isLasting(_ token: Int) -> Bool {
    Self.lasting.contains(syntax.words[token]?.lemma.lowercased() ?? "")
  }

  private static let lasting: Set<String> = [
    "be", "have", "do", "want", "need", "seek", "face", "fear", "hope", "await", "expect", "plan",
    "consider", "continue", "remain", "keep", "stay", "live", "know", "think", "believe", "feel",
    "like", "love", "hate", "lack", "own", "cost", "mean", "matter", "depend", "belong", "contain",
    "search", "wait", "work", "look", "aim", "mull", "weigh", "eye", "struggle", "linger", "loom",
    "threaten", "risk", "rage", "persist", "lie", "stand", "sit", "hold", "carry", "lead", "doubt",
    "wish", "intend", "prefer", "support", "oppose", "back", "push", "fight", "try", "prepare",
  ]
}
