import QuothLanguage
import Testing

struct LanguageTests {
  @Test(arguments: [
    ("The ministry shut the Kestrel bridge on Tuesday after two people were killed there.", "en", "English"),
    ("Das Ministerium sperrte die Brücke am Dienstag, nachdem dort zwei Menschen getötet worden waren.", "de", "German"),
    ("Le ministère a fermé le pont mardi après que deux personnes y ont été tuées, a dit un porte-parole.", "fr", "French"),
    ("Министерство закрыло мост во вторник после гибели двух человек, сообщил представитель.", "ru", "Russian"),
  ])
  func `languages are told apart and named`(text: String, code: String, name: String) throws {
    let language = try #require(Language.detect(text))
    #expect(language.code == code)
    #expect(language.name == name)
    #expect(language.isReliable)
  }

  @Test(arguments: ["", "12 34 56", "\u{0}\u{1}"])
  func `what is no language has no name`(text: String) {
    #expect(Language.detect(text) == nil)
  }

  @Test func `a long text is judged by its head, cut at a whole character`() {
    let text = String(repeating: "é", count: 60_000)
    #expect(Language.detect("a" + text)?.code == Language.detect("ab" + text)?.code)
  }
}
