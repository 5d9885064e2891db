import QuothReport
import QuothTime
import Testing

@testable import Quoth

@Suite struct `The measure of times` {
  private static let timeML = """
    <?xml version="1.0" ?>
    <TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2026-03-04">3/4/26</TIMEX3></DCT>
    <TITLE><TIMEX3 tid="t9" type="DATE" value="2026">2026</TIMEX3></TITLE>
    <TEXT>
    Ruiz &amp; Brandt <EVENT eid="e1">met</EVENT> <TIMEX3 tid="t1" type="DATE" value="2026-03-03">Tuesday</TIMEX3>.

    They had not met for <TIMEX3 tid="t2" type="DURATION" value="P2Y">two years</TIMEX3>, and the
    <TIMEX3 tid="t3" type="DATE" value="2026-03">March</TIMEX3> rain fell <TIMEX3 tid="t4" type="DURATION" value="PXD">all day</TIMEX3>.
    </TEXT></TimeML>
    """

  @Test func `TimeML gives the text, its day and the times in it`() {
    let document = TimedDocument(name: "harbour", timeML: Self.timeML)
    let bytes = Array(document.text.utf8)
    #expect(document.published == "2026-03-04")
    #expect(document.text.contains("Ruiz & Brandt met Tuesday."))
    #expect(document.paragraphs.count == 2)
    #expect(document.times.map(\.value) == ["2026-03-03", "P2Y", "2026-03", "PXD"])
    #expect(
      document.times.map { String(decoding: bytes[$0.span.range], as: UTF8.self) } == [
        "Tuesday", "two years", "March", "all day",
      ])
  }

  @Test func `spans and values are scored as TempEval-3 scores them`() throws {
    var evaluation = TimeEvaluation(try Lexicons().times)
    evaluation.add(timeML: TimedDocument(name: "harbour", timeML: Self.timeML))
    #expect(evaluation.spans.gold == 4)
    #expect(evaluation.spans.found == 3)
    #expect(evaluation.spans.right == 3)
    #expect(evaluation.pairs.right == 3)
    #expect(evaluation.rightValues == 3)
    #expect(evaluation.figures.map(\.name) == ["tempeval3 spans", "tempeval3 values"])
    #expect(abs(evaluation.valueF1 - 6.0 / 7.0) < 1e-9)
  }

  @Test func `a longer expression is found, but not as the same span`() throws {
    var evaluation = TimeEvaluation(try Lexicons().times)
    let document = TimedDocument(
      name: "pier",
      timeML: """
        <TimeML><DCT><TIMEX3 value="2026-03-04">x</TIMEX3></DCT>
        <TEXT>It took more than <TIMEX3 value="P2Y">two years</TIMEX3>.</TEXT></TimeML>
        """)
    evaluation.add(timeML: document)
    #expect(evaluation.spans.right == 0)
    #expect(evaluation.pairs.right == 1)
    #expect(evaluation.rightValues == 1)
  }

  @Test func `dates of GUM are laid over the text of the treebank`() throws {
    let conllu = """
      # newdoc id = GUM_news_pier
      # newpar
      1\tRuiz\t_\t_\t_\t_\t_\t_\t_\t_
      2\tleft\t_\t_\t_\t_\t_\t_\t_\t_
      3\tin\t_\t_\t_\t_\t_\t_\t_\t_
      4\tMay\t_\t_\t_\t_\t_\t_\t_\t_
      5\t2019\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      6\t.\t_\t_\t_\t_\t_\t_\t_\t_

      """
    let xml = """
      <text id="GUM_news_pier" dateCreated="2026-03-04">
      <s>
      Ruiz\tNNP
      left\tVBD
      in\tIN
      <date when="2019-05">
      May\tNNP
      2019\tCD
      </date>
      .\t.
      </s>
      </text>
      """
    let treebank = try #require(TreebankDocument.documents(inCoNLLU: conllu).first)
    let document = TimedDocument(treebank: treebank, xml: xml)
    #expect(document.published == "2026-03-04")
    let bytes = Array(document.text.utf8)
    #expect(
      document.times.map { String(decoding: bytes[$0.span.range], as: UTF8.self) } == ["May 2019"])
    var evaluation = TimeEvaluation(try Lexicons().times)
    evaluation.add(dated: document)
    #expect(evaluation.dates == 1)
    #expect(evaluation.datesFound == 1)
    #expect(evaluation.datesRight == 1)
  }

  @Test func `markup is read tag by tag`() {
    let markup = InlineMarkup("<!-- note --><a b=\"c &amp; d\" e=\"f\"/>x &lt; y & z</g>")
    #expect(
      markup.events == [
        .open(name: "a", attributes: ["b": "c & d", "e": "f"]), .close(name: "a"),
        .text("x < y & z"), .close(name: "g"),
      ])
  }
}
