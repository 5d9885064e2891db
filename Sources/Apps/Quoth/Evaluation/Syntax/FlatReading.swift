import QuothReport

/// A ``SyntaxReading`` as the shared task's script compares it: spans count characters that are no
/// white space, and words are numbered through the text.
struct FlatReading: Sendable {
  struct Word: Sendable {
    /// Of the token it belongs to.
    var span: Range<Int>
    /// Whether its token has other words.
    var isPart: Bool
    /// In lower case, without blanks.
    var form: String
    var lemma: String
    var universalTag: String
    var englishTag: String
    /// Universal ones, sorted.
    var features: [Substring]
    /// Its head; nil for a root.
    var head: Int?
    /// Without subtype.
    var relation: Substring
    /// Whether its relation is one of content words.
    var isContent: Bool { FlatReading.contentRelations.contains(relation) }
  }

  private(set) var tokens: [Range<Int>] = []
  private(set) var sentences: [Range<Int>] = []
  private(set) var words: [Word] = []

  /// - Parameter text: what the spans of `reading` point into.
  /// - Complexity: O(n) in bytes.
  init(_ reading: SyntaxReading, in text: String) {
    let characters = Characters(text)
    for sentence in reading.sentences {
      guard let first = sentence.tokens.first, let last = sentence.tokens.last else { continue }
      sentences.append(characters[first.span].lowerBound..<characters[last.span].upperBound)
      let start = words.count
      for token in sentence.tokens {
        let span = characters[token.span]
        tokens.append(span)
        for word in token.words {
          words.append(Word(word, span: span, isPart: token.words.count > 1, from: start))
        }
      }
    }
  }

  /// For each byte of a text, how many characters before it are no white space.
  private struct Characters {
    private var before: [Int] = []

    init(_ text: String) {
      before.reserveCapacity(text.utf8.count + 1)
      var count = 0
      for scalar in text.unicodeScalars {
        before.append(count)
        if !scalar.properties.isWhitespace { count += 1 }
        for _ in 1..<UTF8.width(scalar) { before.append(count) }
      }
      before.append(count)
    }

    subscript(span: Span) -> Range<Int> {
      let last = before.count - 1
      let start = before[min(max(span.start, 0), last)]
      return start..<max(start, before[min(max(span.end, 0), last)])
    }
  }

  fileprivate static let contentRelations: Set<Substring> = [
    "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated",
    "advcl", "advmod", "discourse", "nmod", "appos", "nummod", "acl", "amod", "conj", "fixed",
    "flat", "compound", "list", "parataxis", "orphan", "goeswith", "reparandum", "root", "dep",
  ]

  fileprivate static let universalFeatures: Set<Substring> = [
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number",
    "Case", "Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident",
    "Polarity", "Person", "Polite",
  ]
}

extension FlatReading.Word {
  fileprivate init(_ word: SyntaxReading.Word, span: Range<Int>, isPart: Bool, from start: Int) {
    self.init(
      span: span, isPart: isPart, form: word.form.filter { !$0.isWhitespace }.lowercased(),
      lemma: word.lemma, universalTag: word.universalTag, englishTag: word.englishTag,
      features: word.features.split(separator: "|").filter {
        FlatReading.universalFeatures.contains($0.prefix { $0 != "=" })
      }.sorted(),
      head: word.head.map { start + $0 }, relation: word.relation.prefix { $0 != ":" })
  }
}
