import QuothAnnotation
import QuothReport
import Testing

@testable import Quoth

struct PolNeARMappingTests {
  /// The mapped attributions of a marked article as words, roles divided by `|`, pieces by `;`.
  private func mapped(
    _ marked: String, _ change: (inout [Attribution]) -> Void = { _ in }
  ) -> [String] {
    let article = MarkedArticle(marked)
    var attributions = article.attributions.enumerated().map { index, pieces in
      Attribution(
        id: index, source: pieces.source, cue: pieces.cue, content: pieces.content,
        kind: .indirect, confidence: 0.5)
    }
    change(&attributions)
    let scalars = Array(article.text.unicodeScalars)
    return PolNeARMapping(attributions, in: article.text).attributions.map { attribution in
      StandoffAttribution.Role.allCases.map { role in
        attribution[role].map { String(String.UnicodeScalarView(scalars[$0])) }
          .joined(separator: ";")
      }.joined(separator: "|")
    }
  }

  @Test(arguments: [
    ("[S1 Brandt] [C1 said] that [T1 it fell].", "Brandt|said|that it fell"),
    ("[S1 Brandt] [C1 said] That [T1 it fell].", "Brandt|said|That it fell"),
    ("[S1 Brandt] [C1 said] that, [T1 if so], [T1 it fell].", "Brandt|said|that, if so;it fell"),
    (
      "[S1 Brandt] [C1 said] that [T1 it fell] and that [T1 all is well].",
      "Brandt|said|that it fell;that all is well"
    ),
    ("[S1 Brandt] [C1 said] that\n [T1 “it fell”].", "Brandt|said|that\n “it fell”"),
  ])
  func `a that before a content is put back`(marked: String, expected: String) {
    #expect(mapped(marked) == [expected])
  }

  @Test(arguments: [
    "[S1 Brandt] [C1 said] [T1 it fell].",
    "[S1 Brandt] [C1 said] so-that [T1 it fell].",
    "[S1 Brandt] [C1 said] éthat [T1 it fell].",
    "[S1 Brandt] [C1 said] that’[T1 it fell].",
    "[S1 Brandt] [C1 said] that; [T1 it fell].",
    "[S1 Brandt] [C1 said] that\n\n[T1 it fell].",
    "[S1 Brandt] [C1 holds that] [T1 it fell].",
    "hat [T1 it fell]", "[T1 it fell]", " [T1 it fell]", ", [T1 it fell]",
  ])
  func `nothing else is put back`(marked: String) {
    #expect(mapped(marked).map { $0.split(separator: "|").last } == ["it fell"])
  }

  @Test func `attributions in another's content are left out`() {
    let marked = "[S1 Maric] [C1 said] [T1 Brandt denied it]. [S2 Brandt] [C2 denied] [T2 it]."
    #expect(mapped(marked).count == 2)
    #expect(mapped(marked) { $0[1].parent = 0 } == ["Maric|said|Brandt denied it"])
  }

  @Test func `a quotation that runs on without a source joins the one before it`() {
    #expect(
      mapped("[T1 “It fell,”] [S1 Brandt] [C1 said]. [T2 “We saw it.”] [T3 “All of us.”]")
        == ["Brandt|said|“It fell,”;“We saw it.”;“All of us.”"])
  }

  @Test func `a quotation that runs on joins when it has the same source`() {
    let marked = "[T1 “It fell,”] [S1 Brandt] [C1 said]. [T2 “We saw it.”]"
    let joined = ["Brandt|said|“It fell,”;“We saw it.”"]
    #expect(mapped(marked) { $0[1].source = $0[0].source } == joined)
    #expect(
      mapped("[T1 “It fell,”] [S1 Brandt] [C1 said]. [S2 Brandt]: [T2 “We saw it.”]") == joined)
    #expect(
      mapped("[T1 “It fell,”] [S1 Brandt] [C1 said]. [S2 Captain Brandt]: [T2 “We saw it.”]") {
        $0[0].sourceEntities = [4]
        $0[1].sourceEntities = [4]
      } == joined)
  }

  @Test func `an attribution with another source or with a cue stays by itself`() {
    #expect(
      mapped("[T1 “It fell,”] [S1 Brandt] [C1 said]. [S2 Maric]: [T2 “No.”]")
        == ["Brandt|said|“It fell,”", "Maric||“No.”"])
    #expect(
      mapped("[T1 “It fell,”] [S1 Brandt] [C1 said], [C2 adding] [T2 “today.”]")
        == ["Brandt|said|“It fell,”", "|adding|“today.”"])
    #expect(
      mapped("[C1 It is feared] [T1 it fell]. [S2 Maric]: [T2 “No.”]")
        == ["|It is feared|it fell", "Maric||“No.”"])
  }

  @Test func `the one before is by place of content, whatever the order of the list`() {
    let marked =
      "[T1 “It fell,”] [S1 Brandt] [C1 said]. [S2 Maric] [C2 said] [T2 it stands]. [T3 “It does.”]"
    let expected = ["Brandt|said|“It fell,”", "Maric|said|it stands;“It does.”"]
    #expect(mapped(marked) == expected)
    #expect(mapped(marked) { $0.reverse() } == expected)
  }

  @Test func `a first attribution without cue has nothing to join`() {
    #expect(
      mapped("[T1 “It fell.”] [S2 Brandt] [C2 said] [T2 so].") == [
        "||“It fell.”", "Brandt|said|so",
      ])
  }

  @Test func `pieces outside the text are cut off and nothing traps`() {
    let attribution = Attribution(
      id: 0, source: [Span(start: -4, end: 2)], cue: [Span(start: 90, end: 95)],
      content: [Span(start: 1, end: 99)], kind: .indirect, confidence: .nan)
    let mapped = PolNeARMapping([attribution], in: "é fell").attributions
    #expect(mapped.map(\.source) == [[0..<1]])
    #expect(mapped.map(\.cue) == [[]])
    #expect(mapped.map(\.content) == [[1..<6]])
  }
}
