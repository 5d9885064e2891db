import QuothReport
import QuothTestSupport
import QuothText
import Testing

@Suite struct QuotationTests {
  @Test(arguments: [
    ("She said, \"We will rebuild,\" and left.", "\"We will rebuild,\""),
    ("She said, “We will rebuild,” and left.", "“We will rebuild,”"),
    ("She said, „We will rebuild“ and left.", "„We will rebuild“"),
    ("She said, „We will rebuild” and left.", "„We will rebuild”"),
    ("She said, «We will rebuild» and left.", "«We will rebuild»"),
    ("She said, »We will rebuild« and left.", "»We will rebuild«"),
    ("She said, ``We will rebuild,'' and left.", "``We will rebuild,''"),
    ("She said, ''We will rebuild,'' and left.", "''We will rebuild,''"),
    ("She said, ‘‘We will rebuild,’’ and left.", "‘‘We will rebuild,’’"),
  ])
  func `double marks of every style enclose a quotation`(text: String, expected: String) {
    #expect(quotations(text) == [expected])
  }

  @Test(arguments: [
    ("'We will rebuild,' she said.", "'We will rebuild,'"),
    ("‘We’ll rebuild,’ she said.", "‘We’ll rebuild,’"),
    ("She called it ‚a gift‘ to them.", "‚a gift‘"),
    ("She called it ‹a gift› to them.", "‹a gift›"),
    ("'I don't know the workers' hall,' he said.", "'I don't know the workers' hall,'"),
  ])
  func `single marks enclose a quotation`(text: String, expected: String) {
    #expect(quotations(text, .single) == [expected])
  }

  @Test(arguments: [
    "The workers' hall and Brandt's house aren't open.",
    "It was rock 'n' roll in the '90s, 'cause they liked it.",
    "‘Twas O’Rourke’s idea, from ’74.",
    "He is 6' tall.",
  ])
  func `an apostrophe is no quotation mark`(text: String) {
    #expect(read(text).quotations.isEmpty)
  }

  @Test func `span holds the marks and inner does not`() {
    let marked = MarkedText("She said: 0️⃣“1️⃣We will rebuild.2️⃣”3️⃣ Then she left.")
    let quotation = read(marked.text).quotations.first
    #expect(quotation?.span == marked.span(0, 3))
    #expect(quotation?.inner == marked.span(1, 2))
    #expect(quotation?.isClosed == true)
  }

  @Test func `a quotation in a quotation is found with it`() {
    let text = "“They told me, ‘Don’t go,’ and I stayed,” he said."
    #expect(quotations(text) == ["“They told me, ‘Don’t go,’ and I stayed,”"])
    #expect(quotations(text, .single) == ["‘Don’t go,’"])
  }

  @Test func `straight marks nest, and both may close at one place`() {
    let text = "\"They told me, 'Don't go,'\" he said."
    #expect(quotations(text) == ["\"They told me, 'Don't go,'\""])
    #expect(quotations(text, .single) == ["'Don't go,'"])
    #expect(quotations("''He said, 'Go.''' Then") == ["''He said, 'Go.'''"])
  }

  @Test func `British marks hold double ones`() {
    let text = "'He called it \"a gift\" to smugglers,' she said."
    #expect(quotations(text, .single) == ["'He called it \"a gift\" to smugglers,'"])
    #expect(quotations(text) == ["\"a gift\""])
  }

  @Test func `a quotation that is not closed runs to the end of its paragraph`() {
    let marked = MarkedText(
      "0️⃣“We will rebuild. We will stay.1️⃣\n2️⃣“And we will win,”3️⃣ she said.4️⃣")
    let blocks = [
      Block(span: marked.span(0, 1), role: .body), Block(span: marked.span(2, 4), role: .body),
    ]
    let found = read(marked.text, blocks: blocks).quotations
    #expect(found.map(\.span) == [marked.span(0, 1), marked.span(2, 3)])
    #expect(found.map(\.isClosed) == [false, true])
  }

  @Test func `two quotations with the speaker between them are two`() {
    #expect(
      quotations("\"The ship,\" he said, \"had sailed.\"") == ["\"The ship,\"", "\"had sailed.\""])
  }

  @Test func `a straight mark left open ends where the next one opens`() {
    #expect(
      quotations("\"We will rebuild, she said. \"We will stay,\" she added.")
        == ["\"We will rebuild, she said. ", "\"We will stay,\""])
  }

  @Test func `a stray mark after a word opens nothing`() {
    #expect(quotations("The board is 6\" wide and long.").isEmpty)
    #expect(quotations("Ivo Maric, Harbour Institute.\"").isEmpty)
  }

  @Test func `marks after a dash or bracket open`() {
    #expect(quotations("the plan—\"a gift\"—and (\"no more\")") == ["\"a gift\"", "\"no more\""])
  }
}
