import QuothReport

/// One document of a treebank in CoNLL-U, with the plain text it stands for.
///
/// The text is set up again as a file would hold it: words are parted by one space except after
/// `SpaceAfter=No`, sentences of a paragraph follow each other on one line, and a blank line parts
/// paragraphs. A paragraph begins at `# newpar` and ends with the sentences that
/// `# newpar_block = head (1 s) | …` counts, so that a heading does not run into the line after it.
/// Gold tokens are syntactic words. A word of several (`1-2 didn't`) is one gold token where its
/// parts do not spell it letter by letter; empty nodes are left out.
struct TreebankDocument: Sendable, Hashable {
  /// The value of `# newdoc id`.
  var name: String
  var text = ""
  /// The paragraphs, as spans of ``text``.
  var paragraphs: [Span] = []
  var tokens: [Span] = []
  var sentences: [Span] = []
  /// The value of `# sent_id` of each sentence; empty where it has none.
  var sentenceNames: [String] = []
  /// Tokens, words and dependencies of each sentence.
  var reading = SyntaxReading()

  /// The text as it is given to be read.
  var article: MeasuredArticle {
    MeasuredArticle(
      id: name, text: text, blocks: paragraphs.map { Block(span: $0, role: .body) })
  }

  /// The groups a document counts for: corpus, genre, and the two genres the bar is set on.
  func groups(in corpus: String) -> [String] {
    let isReported = genre == "news" || genre == "interview"
    return [corpus, "\(corpus) \(genre)"] + (isReported ? ["\(corpus) news+interview"] : [])
  }

  /// What kind of text it is, as its name tells: `news` of `GUM_news_harbour`, `weblog` of
  /// `weblog-herald_1`.
  var genre: String {
    let parts = name.split(separator: "_")
    if parts.count > 2, parts[0] == "GUM" { return String(parts[1]) }
    return String(name.prefix { $0 != "-" })
  }

  /// The documents of one file. Lines that are not CoNLL-U are passed over.
  ///
  /// - Complexity: O(n) in bytes.
  static func documents(inCoNLLU file: String) -> [TreebankDocument] {
    var documents: [TreebankDocument] = []
    var reader: Reader?
    for line in file.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let line = Substring(line)
      if line.hasPrefix(nameMark) {
        if let reader { documents.append(reader.finished()) }
        reader = Reader(name: String(line.dropFirst(nameMark.count)))
      } else {
        reader?.read(line)
      }
    }
    if let reader { documents.append(reader.finished()) }
    return documents
  }

  /// The names of the documents of one file, without reading them.
  ///
  /// - Complexity: O(n) in bytes.
  static func names(inCoNLLU file: String) -> [String] {
    file.utf8.split(separator: UInt8(ascii: "\n")).map(Substring.init)
      .filter { $0.hasPrefix(nameMark) }.map { String($0.dropFirst(nameMark.count)) }
  }

  private static let nameMark = "# newdoc id = "

  /// A document while its lines are read.
  private struct Reader {
    private var document: TreebankDocument
    private var text: [UInt8] = []
    /// Whether a paragraph ends before the next sentence.
    private var beginsParagraph = true
    /// Numbers of sentences after which a paragraph ends.
    private var paragraphEnds: Set<Int> = []
    private var sentenceStart: Int?
    /// The last syntactic word of the surface word being read, and that word's span.
    private var lastOfWord = 0
    private var word = Span(start: 0, end: 0)
    /// Where the next part of the surface word begins.
    private var partStart = 0
    private var parts: [Span] = []
    private var owesSpace = false
    private var sentenceName = ""
    private var sentence = SyntaxReading.Sentence()

    init(name: String) {
      document = TreebankDocument(name: name)
    }

    mutating func read(_ line: Substring) {
      if line.hasPrefix("# newpar_block") {
        for count in Self.counts(line) { paragraphEnds.insert(document.sentences.count + count) }
      } else if line.hasPrefix("# newpar") {
        beginsParagraph = true
      } else if line.hasPrefix(Self.sentenceMark) {
        sentenceName = String(line.dropFirst(Self.sentenceMark.count))
      } else if line.isEmpty {
        endSentence()
      } else if !line.hasPrefix("#") {
        readWord(line.split(separator: "\t", omittingEmptySubsequences: false))
      }
    }

    private mutating func readWord(_ fields: [Substring]) {
      guard fields.count == 10 else { return }
      let hasSpace = !fields[9].contains("SpaceAfter=No")
      let range = fields[0].split(separator: "-")
      if range.count == 2, let last = Int(range[1]) {
        endWord()
        begin(fields[1], hasSpace)
        sentence.tokens.append(SyntaxReading.Token(span: word, words: []))
        lastOfWord = last
        partStart = word.start
      } else if let number = Int(fields[0]) {
        if number <= lastOfWord {
          sentence.tokens[sentence.tokens.count - 1].words.append(SyntaxReading.Word(fields))
          let end = partStart + fields[1].utf8.count
          if end <= word.end, Array(text[partStart..<end]) == Array(fields[1].utf8) {
            parts.append(Span(start: partStart, end: end))
          }
          partStart = min(end, word.end)
          if number == lastOfWord { endWord() }
        } else {
          begin(fields[1], hasSpace)
          document.tokens.append(word)
          sentence.tokens.append(
            SyntaxReading.Token(span: word, words: [SyntaxReading.Word(fields)]))
        }
      }
    }

    /// Adds a surface word to the text.
    private mutating func begin(_ form: Substring, _ hasSpace: Bool) {
      if sentenceStart == nil {
        if beginsParagraph || paragraphEnds.contains(document.sentences.count) {
          endParagraph()
        }
      }
      if owesSpace { text.append(UInt8(ascii: " ")) }
      if sentenceStart == nil { sentenceStart = text.count }
      let start = text.count
      text += form.utf8
      word = Span(start: start, end: text.count)
      owesSpace = hasSpace
    }

    /// Adds the parts of a surface word, or the whole where they do not spell it.
    private mutating func endWord() {
      guard lastOfWord > 0 else { return }
      let spells = parts.map(\.count).reduce(0, +) == word.count
      document.tokens += spells ? parts : [word]
      parts = []
      lastOfWord = 0
    }

    private mutating func endSentence() {
      endWord()
      guard let start = sentenceStart else { return }
      document.sentences.append(Span(start: start, end: text.count))
      document.sentenceNames.append(sentenceName)
      document.reading.sentences.append(sentence)
      sentenceStart = nil
      sentenceName = ""
      sentence = SyntaxReading.Sentence()
    }

    private mutating func endParagraph() {
      beginsParagraph = false
      owesSpace = false
      let start = document.paragraphs.last.map { $0.end + 2 } ?? 0
      guard text.count > start else { return }
      document.paragraphs.append(Span(start: start, end: text.count))
      text += "\n\n".utf8
    }

    func finished() -> TreebankDocument {
      var reader = self
      reader.endSentence()
      reader.endParagraph()
      reader.document.text = String(decoding: reader.text, as: UTF8.self)
      return reader.document
    }

    private static let sentenceMark = "# sent_id = "

    /// The numbers of sentences in `# newpar_block = sp (3 s) | p (2 s)`.
    private static func counts(_ line: Substring) -> [Int] {
      line.split(separator: "(").compactMap { piece in
        piece.contains(" s)") ? Int(piece.prefix { $0 != " " }) : nil
      }
    }
  }
}
