import QuothReport
import QuothText
import Testing

@testable import QuothSyntax

@Suite struct `Phrases that mean the same` {
  private func chains(_ words: Words) throws -> [CoreferenceReader.Chain] {
    let encoding = try Sample.encoding(words)
    let syntax = try Parser(model: Sample.model.get(), lemmatiser: Lemmatiser { _ in [] })
      .read(encoding)
    return try CoreferenceReader(model: Sample.model.get()).read(encoding, syntax)
  }

  @Test func `a name, a pronoun and a surname are one chain`() throws {
    let words = Sample.words(Sample.bridge)
    let found = try chains(words).map { chain in
      Set(chain.mentions.map { words.passage.words(words.text.tokens[$0.head].span) })
    }
    #expect(found.contains { $0.contains("She") && $0.contains("Ruiz") }, "\(found)")
  }

  @Test func `phrases lie in a sentence, around their head, each in one chain`() throws {
    let words = Sample.words(Sample.bridge)
    let chains = try chains(words)
    var heads: Set<Int> = []
    for chain in chains {
      #expect(chain.mentions.count > 1)
      #expect(Set(chain.mentions.map(\.tokens)).count == chain.mentions.count)
      for (mention, next) in zip(chain.mentions, chain.mentions.dropFirst()) {
        #expect(mention.tokens.lowerBound <= next.tokens.lowerBound)
      }
      for mention in chain.mentions {
        #expect(mention.tokens.contains(mention.head))
        #expect(heads.insert(mention.head).inserted)
        #expect(
          words.text.sentences.contains { $0.tokens.clamped(to: mention.tokens) == mention.tokens })
      }
    }
  }

  @Test func `nothing means the same in a report without words`() throws {
    #expect(try chains(Sample.words([(.credit, "By Ana Ruiz")])).isEmpty)
    #expect(try chains(Sample.words("Rain.")).isEmpty)
  }

  @Test func `tables of another size are refused`() {
    let sizes = [
      "classes": 144, "own": 12, "sentences": 84, "distance": 25, "agreement": 72, "edges": 50,
    ]
    func tables(_ changed: String?) -> CoreferenceReader.Tables? {
      CoreferenceReader.Tables { name in
        sizes[name].map { [Float](repeating: 0, count: name == changed ? $0 + 1 : $0) }
      }
    }
    #expect(tables(nil) != nil)
    for name in sizes.keys { #expect(tables(name) == nil, "\(name)") }
  }

  @Test(
    arguments: zip([-1, 0, 1, 2, 3, 4, 5, 8, 9, 16, 17, 90], [0, 0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 6]))
  func `sentences apart are counted ever more coarsely`(apart: Int, bucket: Int) {
    #expect(CoreferenceReader.Tables.sentenceBucket(apart) == bucket)
  }
}

@Suite struct `What words tell beside their states` {
  private func forms(_ words: String, isQuoted: (Int) -> Bool = { _ in false }) -> WordForms {
    let all = words.split(separator: " ").map(String.init)
    return WordForms(
      forms: all, sentences: all.map { _ in 0 }, isQuoted: all.indices.map(isQuoted))
  }

  @Test func `words are common, pronouns, names or marks`() {
    #expect(
      forms("The mayor met Ruiz , and she saw the US and me .").classes
        == [0, 0, 0, 10, 11, 0, 5, 0, 0, 10, 0, 1, 11])
  }

  @Test func `a capital is no name where the word stands in lower case too`() {
    #expect(forms("Bridges fall ; bridges rise").classes == [0, 0, 11, 0, 0])
  }

  @Test func `names agree in their run, its last word, a word of it, and initials`() {
    let forms = forms("Ana Ruiz saw Ruiz and the Harbour Board , HB , then Ana Ruiz") { $0 > 8 }
    #expect(forms.agreement(13, 1) == [.form, .run, .lastWord, .anyWord])
    #expect(forms.agreement(3, 1) == [.form, .lastWord, .anyWord, .quotation])
    #expect(forms.agreement(9, 7) == .initials)
    #expect(forms.agreement(7, 1) == .quotation)
  }
}
