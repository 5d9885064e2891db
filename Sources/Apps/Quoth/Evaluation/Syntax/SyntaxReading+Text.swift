import QuothReport
import QuothSyntax
import QuothText

extension SyntaxReading {
  /// The words of a reading under their surface tokens, as Universal Dependencies has them in English:
  /// a word and its clitics are one token of several words (*didn't*, *Ruiz's*, *ports'*).
  ///
  /// Words that were not parsed have `_` for all but their form.
  init(_ reading: MeasuredReading) {
    let tokens = reading.words.text.tokens
    self.init(
      sentences: reading.words.text.sentences.map { sentence in
        var surface: [Token] = []
        for token in sentence.tokens {
          let span = tokens[token].span
          let word = Word(token, in: reading, from: sentence.tokens.lowerBound)
          if token > sentence.tokens.lowerBound,
            Self.isClitic(tokens[token], word, after: tokens[token - 1])
          {
            surface[surface.count - 1].span.end = span.end
            surface[surface.count - 1].words.append(word)
          } else {
            surface.append(Token(span: span, words: [word]))
          }
        }
        return Sentence(tokens: surface)
      })
  }

  /// Two words that no blank and no mark divides are one token; so is an apostrophe that makes a
  /// possessive.
  private static func isClitic(
    _ token: QuothText.Token, _ word: Word, after before: QuothText.Token
  ) -> Bool {
    guard before.span.end == token.span.start, before.kind == .word else { return false }
    return token.kind == .word || word.englishTag == "POS"
  }
}

extension SyntaxReading.Word {
  fileprivate init(_ token: Int, in reading: MeasuredReading, from first: Int) {
    let form = reading.words.passage.words(reading.span(ofToken: token))
    guard let word = reading.syntax.words[token] else {
      self.init(form: form)
      return
    }
    self.init(
      form: form, lemma: word.lemma, universalTag: word.part.rawValue, englishTag: word.tag,
      features: word.features, head: word.head.map { $0 - first }, relation: word.label)
  }
}
