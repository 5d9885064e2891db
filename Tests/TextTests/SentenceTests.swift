import QuothReport
import QuothTestSupport
import QuothText
import Testing

@Suite struct SentenceTests {
  @Test(arguments: [
    "U.S. officials arrived in Saltport on Monday.",
    "The fleet is led by Adm. Kim and Gov. Ilse Brandt.",
    "It opened on JAN. 27 in Norland.",
    "He lives at No. 10 and pays no rent.",
    "They met at 3 p.m. Tuesday in the port.",
    "They met at 3 p.m. EST in the port.",
    "Rep. J. K. Maric, D-Saltport, spoke of the U.S. Navy.",
    "The firm, Harbour Works Inc. of Saltport, lost $4.7 million.",
    "The port opened … and closed again.",
    "She waited . . . and then she left.",
    "\"Will it last?\" she asked.",
    "\"Will it last?\" Mayor Ilse Brandt asked.",
    "\"Stop!\" he said.",
    "The Herald (est. 1901) is read in St. Ives and Ft. Lowell.",
    "Dr. Maric et al. found 3.5 percent.",
    "SALTPORT, Norland, Jan. 27 (CNA) -- The port is open.",
  ])
  func `this is one sentence`(text: String) {
    #expect(sentences(text) == [text])
  }

  @Test(arguments: [
    ["The port is open.", "Ships may enter."],
    ["Who knows?", "Nobody does!", "We wait."],
    ["She works in the U.S.", "The office is small."],
    ["They met at 3 p.m.", "Maric left early."],
    ["\"We will rebuild.\"", "He left."],
    ["He said: “We will rebuild.”", "“When?” she asked."],
    ["(The port is closed.)", "Ships wait."],
    ["He chose plan B.", "It failed."],
    ["They sell nets, ropes, etc.", "Nobody buys them."],
    ["The toll is 12.", "5 were hurt."],
    ["He said no.", "They left."],
    ["It was over...", "The crowd went home."],
    ["The plan failed.[3]", "It was expected."],
    ["eBay closed.", "iPhones sold well."],
    ["Ivo Maric Jr. left.", "His son stayed."],
    ["We saw it.", "— And they did not."],
    ["Go now!", "'Why?' he said."],
  ])
  func `these are sentences of their own`(parts: [String]) {
    #expect(sentences(parts.joined(separator: " ")) == parts)
  }

  @Test func `a closing mark belongs to the sentence it ends`() {
    let marked = MarkedText("0️⃣“It is over.”1️⃣ 2️⃣She left.3️⃣")
    let spans = read(marked.text).sentences.map(\.span)
    #expect(spans == [marked.span(0, 1), marked.span(2, 3)])
  }

  @Test func `a line break in a block is white space and a blank line ends a sentence`() {
    #expect(
      sentences("The port\nof Saltport is open\n\nShips may enter")
        == ["The port\nof Saltport is open", "Ships may enter"])
    #expect(sentences("One\r\n\r\nTwo") == ["One", "Two"])
    #expect(sentences("One\n \t\nTwo") == ["One", "Two"])
  }

  @Test func `a headline without a full stop is a sentence with its block's role`() {
    let marked = MarkedText("0️⃣Port opens1️⃣\n2️⃣The port is open. Ships wait.3️⃣\n4️⃣Nets5️⃣")
    let blocks = [
      Block(span: marked.span(0, 1), role: .headline),
      Block(span: marked.span(2, 3), role: .body),
      Block(span: marked.span(4, 5), role: .body, form: .listItem),
    ]
    let text = read(marked.text, blocks: blocks)
    #expect(text.sentences.map(\.role) == [.headline, .body, .body, .body])
    #expect(text.sentences.map(\.block) == [0, 1, 1, 2])
    #expect(text.blocks == [0..<1, 1..<3, 3..<4])
  }

  @Test func `a quotation set apart keeps the name after its dash`() {
    let text = "“The sea takes what it wants.” — Ilse Brandt"
    #expect(sentences(text) == [text])
  }

  @Test func `a block without words has no sentence`() {
    let text = read(" \n\t ")
    #expect(text.sentences.isEmpty)
    #expect(text.blocks == [0..<0])
  }
}
