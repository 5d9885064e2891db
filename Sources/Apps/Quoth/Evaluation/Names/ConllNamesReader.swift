import QuothReport

/// The documents of a file in the format of CoNLL-2003: a token a line, its entity in the last
/// column (IOB2), a blank line after each sentence, a `-DOCSTART-` line before each document.
///
/// Source: Tjong Kim Sang and De Meulder 2003.
struct ConllNamesReader {
  private(set) var documents: [NamesDocument] = []
  private var text = TokenizedText()
  private var names: Set<NamesDocument.Name> = []
  private var words: [Substring] = []
  private var tags: [Substring] = []
  private let name: String

  /// - Parameter name: what the file is called; documents are `NAME-1`, `NAME-2` …
  /// - Complexity: O(n) in bytes.
  init(_ lines: some Sequence<Substring>, name: String) {
    self.name = name
    for line in lines {
      let fields = line.split(separator: " ")
      if fields.first == "-DOCSTART-" {
        endDocument()
      } else if let word = fields.first, let tag = fields.last, fields.count > 1 {
        words.append(word)
        tags.append(tag)
      } else {
        endSentence()
      }
    }
    endDocument()
  }

  private mutating func endSentence() {
    let first = text.tokens.count
    text.append(sentence: words)
    var open: (kind: NamesEvaluation.Kind, start: Int)?
    for (index, tag) in (tags + ["O"]).enumerated() {
      let kind = NamesEvaluation.Kind(rawValue: String(tag.dropFirst(2)))
      if let name = open, tag.first != "I" || kind != name.kind {
        names.insert(.init(kind: name.kind, tokens: name.start..<first + index))
        open = nil
      }
      if open == nil, let kind { open = (kind, first + index) }
    }
    words = []
    tags = []
  }

  private mutating func endDocument() {
    endSentence()
    guard !text.tokens.isEmpty else { return }
    documents.append(
      NamesDocument(id: "\(name)-\(documents.count + 1)", text: text, names: names))
    text = TokenizedText()
    names = []
  }
}
