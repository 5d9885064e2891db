import Testing

@testable import QuothReport

struct JSONTests {
  @Test func `values of every kind are read`() {
    let value = JSON(#" {"a": [1, -2.5e3, "x", true, false, null], "b": {"c": "d"}} "#)
    #expect(
      value?["a"]
        == .array([
          .number("1"), .number("-2.5e3"), .string("x"), .boolean(true), .boolean(false), .null,
        ]))
    #expect(value?["b"]?["c"]?.string == "d")
    #expect(value?["z"] == nil)
  }

  @Test func `escapes and surrogate pairs become characters`() {
    #expect(
      JSON(#"["\u201cGo\u201d \ud83d\ude00 \"\/\\\n"]"#)?.elements.first?.string == "“Go” 😀 \"/\\\n"
    )
    #expect(JSON(#"["\ud83d!"]"#)?.elements.first?.string == "\u{FFFD}!")
  }

  @Test func `what publishers get wrong is forgiven`() {
    #expect(JSON("<!-- [\"one\ntwo\",] -->")?.elements == [.string("one two")])
    #expect(JSON("{\"a\": 1,};")?["a"] == .number("1"))
  }

  @Test(arguments: [
    "", "no JSON", "{\"a\" 1}", "{\"a\": ", "[1, 2", "[\"open", "[nul]", "[1 2]", "{1: 2}",
  ])
  func `broken values are refused`(text: String) {
    #expect(JSON(text) == nil)
  }

  @Test func `nesting beyond sixty-four levels is refused`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    }
    #expect(JSON(nested(63)) != nil)
    #expect(JSON(nested(64)) == nil)
  }
}
