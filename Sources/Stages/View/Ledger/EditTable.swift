public import QuothLedger
import QuothLinking
import QuothReport
public import QuothStatement

/// What was done to a report on its way to a copy, sentence by sentence.
public struct EditTable: LedgerTable {
  private let original: LedgerReport
  private let copy: LedgerReport
  private let edits: Edits
  private let words: (original: Words, copy: Words)
  private let points: (original: CodePointIndex, copy: CodePointIndex)

  public init(
    _ original: (LedgerReport, Reading), _ copy: (LedgerReport, Reading)
  ) {
    self.original = original.0
    self.copy = copy.0
    edits = Edits(original.1.text, copy.1.text)
    let texts = (original.1.report.text, copy.1.report.text)
    words = (Words(texts.0), Words(texts.1))
    points = (CodePointIndex(Array(texts.0.utf8)), CodePointIndex(Array(texts.1.utf8)))
  }

  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Self.sheet(width, isColoured)
    for (word, report) in [("from", original), ("to", copy)] {
      sheet.paragraph(
        [
          Run(report.headline ?? "without headline", .headline),
          Run("· " + LedgerWords.place(report), .quiet),
        ], hanging: Self.column, head: Run(word, .quiet), tail: Run(report.name, .quiet),
        margin: TerminalText.width(report.name) + 2)
    }
    sheet.paragraph([
      Run("\(LedgerWords.count(edits.kept, "sentence")) kept as they were", .quiet)
    ])
    for edit in edits.all {
      let before = edit.original.map { marked($0, edit.removed, words.original) }
      let after = edit.copy.map { marked($0, edit.inserted, words.copy) }
      let ink: Ink = edit.kind == .cut ? .denial : edit.kind == .added ? .confirmation : .caution
      if let before, let after {
        guard !edit.removed.isEmpty || !edit.inserted.isEmpty else {
          sheet.paragraph(
            [Run(after)], hanging: Self.column, head: Run(edit.kind.rawValue, ink))
          continue
        }
        sheet.paragraph(
          [Run("was:", .quiet), Run(before)], hanging: Self.column,
          head: Run(edit.kind.rawValue, ink))
        sheet.paragraph(
          [Run("is:", .quiet), Run(after)], indent: Self.column, hanging: Self.column)
      } else if let one = after ?? before {
        sheet.paragraph([Run(one)], hanging: Self.column, head: Run(edit.kind.rawValue, ink))
      }
    }
    return sheet.text
  }

  /// Wide enough for "changed" and two blanks.
  private static let column = 9

  private func marked(_ sentence: Span, _ spans: [Span], _ words: Words) -> String {
    // A sentence that is cut or added as a whole needs no marks.
    MarkedPassage(sentence, marks: spans, words).text
  }

  // MARK: Rows

  public var json: [UInt8] {
    Self.lines(edits.all) { json, edit in
      json.object { json in
        json.member("original", original.id)
        json.member("copy", copy.id)
        json.member("edit", edit.kind.rawValue)
        for (name, span, words, points) in [
          ("before", edit.original, words.original, points.original),
          ("after", edit.copy, words.copy, points.copy),
        ] {
          json.key(name)
          guard let span else {
            json.null()
            continue
          }
          json.object { json in
            json.member("start", points.codePoint(at: span.start))
            json.member("end", points.codePoint(at: span.end))
            json.member("text", words[span])
          }
        }
      }
    }
  }

  public static let header = ["original", "copy", "edit", "before", "after"]

  public var cells: [[String]] {
    edits.all.map { edit in
      [
        original.id, copy.id, edit.kind.rawValue, edit.original.map(words.original.line) ?? "",
        edit.copy.map(words.copy.line) ?? "",
      ]
    }
  }
}
