import QuothReport

/// One document with its gold names.
struct NamesDocument: Sendable, Hashable {
  let id: String
  let text: TokenizedText
  let names: Set<Name>

  /// A typed run of tokens.
  struct Name: Sendable, Hashable {
    var kind: NamesEvaluation.Kind
    var tokens: Range<Int>
  }

  /// Each sentence a block of its own; the first is the headline where it is in capitals.
  var article: MeasuredArticle {
    MeasuredArticle(
      id: id, text: text.text, blocks: text.blocks { $0 == 0 && isInCapitals(sentence: 0) })
  }

  private func isInCapitals(sentence: Int) -> Bool {
    let words = text.text.utf8.dropFirst(text.span(ofSentence: sentence).start)
      .prefix(text.span(ofSentence: sentence).count)
    return !words.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
  }

  /// A name without the "the" before it and the "'s" after it; nil when nothing is left.
  func trimmed(_ name: Name) -> Name? {
    var tokens = name.tokens
    if word(tokens.lowerBound).lowercased() == "the" {
      tokens = tokens.lowerBound + 1..<tokens.upperBound
    }
    if !tokens.isEmpty, ["'s", "’s"].contains(word(tokens.upperBound - 1).lowercased()) {
      tokens = tokens.lowerBound..<tokens.upperBound - 1
    }
    return tokens.isEmpty ? nil : Name(kind: name.kind, tokens: tokens)
  }

  private func word(_ token: Int) -> String {
    let span = text.tokens[token]
    return String(decoding: text.text.utf8.dropFirst(span.start).prefix(span.count), as: UTF8.self)
  }
}
