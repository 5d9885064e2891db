import QuothSyntax

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
    case "VBZ", "VBP", "VBG": return .ongoing
    case "VBN": return .pastFact
    case "VB": return .planned
    default: return .ongoing
    }
  }
}
