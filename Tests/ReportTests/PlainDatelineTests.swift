import QuothReport
import QuothTestSupport
import Testing

/// The place before the first sentence.
struct PlainDatelineTests {
  @Test(arguments: [
    "0️⃣SALTPORT1️⃣ —2️⃣ The bridge is shut.",
    "0️⃣SALTPORT1️⃣, March 4 (CNA) —2️⃣ The bridge is shut.",
    "0️⃣SALTPORT1️⃣, Norland (AP) -2️⃣ The bridge is shut.",
    "0️⃣SALTPORT1️⃣ (CNA) --2️⃣ The bridge is shut.",
    "0️⃣NEW SALTPORT1️⃣, N.L. –2️⃣ The bridge is shut.",
    "0️⃣ST. ALBAN-SUR-MER1️⃣ ―2️⃣ the bridge is shut.",
    "0️⃣SALTPORT1️⃣/KESTREL, 4 March 2026 —2️⃣ The bridge is shut.",
    "0️⃣Saltport1️⃣, March 4 (CNA) --2️⃣ The bridge is shut.",
    "0️⃣New Saltport1️⃣ —2️⃣ The bridge is shut.",
    "0️⃣SALTPORT1️⃣:2️⃣ The bridge is shut.",
    "0️⃣SALTPORT1️⃣—2️⃣The bridge is shut.",
    "0️⃣SÃO JOÃO1️⃣ —2️⃣ A ponte, or bridge, is shut.",
  ])
  func `a dateline ends with its dash and begins with its place`(marked: String) throws {
    let marked = MarkedText(marked)
    let block = Span(start: 0, end: marked.text.utf8.count)
    let dateline = try #require(Dateline(in: marked.text, block: block))
    #expect(dateline.place == marked.span(0, 1))
    #expect(dateline.span == marked.span(0, 2))
  }

  @Test(arguments: [
    "The bridge — shut on Tuesday — will open.", "UPDATE: The bridge is shut.", "Ilse Brandt, the army's spokesperson — who spoke first — left.",
    "NATO said on Tuesday that the bridge was shut.", "U.S. officials — two of them — agreed.", "“We will see,” she said — twice.",
    "WATCH: The bridge falls.", "Saltport is shut.", "SALTPORT", "SALTPORT —", "",
  ])
  func `other beginnings are no datelines`(text: String) {
    #expect(Dateline(in: text, block: Span(start: 0, end: text.utf8.count)) == nil)
  }

  @Test func `a dateline is found at the head of its block only`() throws {
    let marked = MarkedText("Bridge shut\n\n0️⃣SALTPORT1️⃣ —2️⃣ It is shut.3️⃣")
    let dateline = try #require(Dateline(in: marked.text, block: marked.span(0, 3)))
    #expect(dateline.span == marked.span(0, 2))
  }
}
