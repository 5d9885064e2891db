import Foundation
import QuothReport
import QuothText
import Testing

@testable import QuothAnnotation

/// What of a quotation is said by whoever says part of it.
@Suite struct `Whole quotations` {
  private let words = #"Ek said, "It may slip. But it holds." Lund called it "a toy" and "a joke"."#

  /// What becomes of drafts, each given by its cue and its content.
  private func completed(_ drafts: (cue: String, content: String)...) -> [String] {
    func span(_ part: String) -> Span {
      let found = words.range(of: part)!
      let start = words.utf8.distance(from: words.startIndex, to: found.lowerBound)
      return Span(start: start, end: start + part.utf8.count)
    }
    let given = drafts.map { draft in
      Draft(
        source: [], cue: [span(draft.cue)], content: [span(draft.content)],
        evidence: .init(roles: 1, content: 1, source: 1))
    }
    return WholeQuotations(text: text(words)).completed(given).map { draft in
      draft.content.map { String(decoding: Array(words.utf8)[$0.range], as: UTF8.self) }
        .joined(separator: " + ")
    }
  }

  @Test func `a part stands for the whole`() {
    #expect(completed(("said", "But it holds")) == [#""It may slip. But it holds.""#])
    #expect(completed(("called", #"it "a toy"#)) == [#"it "a toy""#])
  }

  @Test func `a quotation of two, and one with a saying in it, stay as they are`() {
    #expect(
      completed(("said", "It may slip"), ("called", "it holds")) == ["It may slip", "it holds"])
    #expect(completed(("may", "slip")) == ["slip"])
  }
}
