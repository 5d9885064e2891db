import QuothEngine
import QuothReport
import QuothText
import Testing

@testable import QuothSyntax

@Suite struct `One pass of the encoder over a report` {
  @Test func `every token of running text has a row, in text order`() throws {
    let encoding = try Sample.encoding(Sample.words(Sample.bridge))
    let rows = encoding.tokenRows.compactMap { $0 }
    #expect(rows.count == encoding.words.text.tokens.count)
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
    let width = try Sample.model.get().manifest.width
    #expect(rows.allSatisfy { $0 < encoding.rows.count / width })
  }

  @Test func `the states of units are the rows at their first subwords`() throws {
    let encoding = try Sample.encoding(Sample.words("Ruiz didn't say when."))
    let width = try Sample.model.get().manifest.width
    let states = encoding.states(ofUnits: encoding.input.units.indices)
    #expect(states.count == encoding.input.units.count * width)
    #expect(Array(states.prefix(width)) == Array(encoding.rows.prefix(width)))
    // "n't" is a token and begins in the middle of a unit, so there are more rows than units.
    #expect(encoding.rows.count >= states.count)
  }

  @Test func `a sentence begins after a mark without a capital`() throws {
    let encoding = try Sample.encoding(
      Sample.words("The harbour closed at noon. nobody knows why it did."))
    let words = encoding.words
    #expect(
      words.text.sentences.map { words.passage.words($0.span) } == [
        "The harbour closed at noon.", "nobody knows why it did.",
      ])
    #expect(words.text.blocks == [0..<2])
    #expect(encoding.sentences == [0, 1])
    #expect(encoding.means.count == 2 * (try Sample.model.get().manifest.width))
    #expect(encoding.input.sentences.last == 1)
  }

  @Test(arguments: [
    "Dr. Ruiz, the mayor of Saltport, met Gen. Ek.", "It cost 2.5 million (see No. 10), she said.",
    "“Why not?” he asked.", "The U.S. army left on Jan. 3; no one noticed.",
  ])
  func `marks within a sentence end none`(_ sentence: String) throws {
    #expect(try Sample.encoding(Sample.words(sentence)).words.text.sentences.count == 1)
  }

  @Test func `bylines and credits are not encoded`() throws {
    let words = Sample.words([
      (.headline, "City to rebuild bridge"), (.credit, "By Ana Ruiz, Norland Press"),
      (.body, "Work begins in May."),
    ])
    let encoding = try Sample.encoding(words)
    let credit = words.text.report.blocks[1].span
    for (token, row) in zip(words.text.tokens, encoding.tokenRows) {
      #expect((row == nil) == credit.overlaps(token.span))
    }
    let roles = encoding.sentences.map { words.text.sentences[$0].role }
    #expect(roles == [.headline, .body])
  }

  @Test func `each sentence that is encoded has a mean`() throws {
    let encoding = try Sample.encoding(Sample.words(Sample.bridge))
    let width = try Sample.model.get().manifest.width
    #expect(encoding.sentences == Array(encoding.words.text.sentences.indices))
    #expect(encoding.means.count == encoding.sentences.count * width)
    for sentence in encoding.sentences.indices {
      #expect(encoding.means[sentence * width..<(sentence + 1) * width].contains { $0 != 0 })
    }
  }

  @Test func `a paragraph longer than a window is read to its end`() throws {
    let long = (1...60).map { "Pier \($0) of the harbour was closed at noon." }
      .joined(separator: " ")
    let encoding = try Sample.encoding(Sample.words(long))
    let width = try Sample.model.get().manifest.width
    #expect(encoding.input.ids.count > 4 * 126)
    #expect(encoding.tokenRows.allSatisfy { $0 != nil })
    for row in 0..<encoding.rows.count / width {
      #expect(encoding.rows[row * width..<(row + 1) * width].contains { $0 != 0 })
    }
    #expect(encoding.sentences.count == 60)
  }

  @Test func `a report without words has no states`() throws {
    let encoding = try Sample.encoding(Sample.words([(.credit, "By Ana Ruiz")]))
    #expect(encoding.rows.isEmpty && encoding.means.isEmpty && encoding.sentences.isEmpty)
    #expect(encoding.tokenRows.allSatisfy { $0 == nil })
  }
}
