import QuothReport
import QuothText
import Testing

@testable import QuothSyntax

@Suite struct `Trees, words and names of a report` {
  private func syntax(_ words: Words) throws -> Syntax {
    try Parser(model: Sample.model.get(), lemmatiser: Lemmatiser { _ in [] })
      .read(Sample.encoding(words))
  }

  @Test func `each sentence is one tree`() throws {
    let words = Sample.words(Sample.bridge)
    let syntax = try syntax(words)
    for sentence in words.text.sentences {
      let roots = sentence.tokens.filter { syntax.words[$0]?.head == nil }
      #expect(roots.count == 1)
      #expect(syntax.subtree(roots[0]) == Array(sentence.tokens))
      for token in sentence.tokens {
        #expect((syntax.words[token]?.relation == .root) == roots.contains(token))
      }
    }
  }

  @Test func `a plain sentence is read as grammar has it`() throws {
    let syntax = try syntax(Sample.words("The mayors opened a bridge."))
    let words = syntax.words.compactMap { $0 }
    #expect(words.map(\.part) == [.determiner, .noun, .verb, .determiner, .noun, .punctuation])
    #expect(words.map(\.lemma) == ["the", "mayor", "open", "a", "bridge", "."])
    #expect(words.map(\.head) == [1, 2, nil, 4, 2, 2])
    #expect(words.map(\.label) == ["det", "nsubj", "root", "det", "obj", "punct"])
    #expect(syntax.dependents(of: 2, .nsubj, .obj) == [1, 4])
  }

  @Test func `words of a credit have no grammar`() throws {
    let syntax = try syntax(
      Sample.words([(.credit, "By Ana Ruiz"), (.body, "Work begins in May.")]))
    #expect(syntax.words.prefix(3).allSatisfy { $0 == nil })
    #expect(syntax.words.dropFirst(3).allSatisfy { $0 != nil })
    #expect(syntax.names.allSatisfy { $0.tokens.lowerBound >= 3 })
  }

  @Test func `names stand in text order within sentences`() throws {
    let words = Sample.words(Sample.bridge)
    let names = try syntax(words).names
    let spans = names.map { words.passage.words(words.span($0.tokens)) }
    #expect(spans.contains("Ana Ruiz") && spans.contains("Saltport"))
    for (name, next) in zip(names, names.dropFirst()) {
      #expect(name.tokens.upperBound <= next.tokens.lowerBound)
    }
    for name in names {
      #expect(
        words.text.sentences.contains {
          $0.tokens.contains(name.tokens.lowerBound)
            && $0.tokens.contains(name.tokens.upperBound - 1)
        })
    }
  }
}
