import QuothLinking
import QuothText
import Testing

@Suite struct EditsTests {
  /// Each edit in words: what it is, then what goes and what comes.
  private func edits(_ first: Text, _ second: Text) -> [String] {
    Edits(first, second).all.map { edit in
      let words =
        switch edit.kind {
        case .cut: words(edit.original, in: first)
        case .added: words(edit.copy, in: second)
        case .changed, .moved:
          (edit.removed.map { "-" + LinkingTests.words($0, in: first) }
            + edit.inserted.map { "+" + LinkingTests.words($0, in: second) })
            .joined(separator: " ")
        }
      return "\(edit.kind.rawValue): \(words)"
    }
  }

  @Test func `copies without edits have none`() {
    let bridge = report(CopySamples.bridge)
    #expect(Edits(bridge, bridge).all.isEmpty)
    #expect(Edits(bridge, bridge).kept == 6)
  }

  @Test func `what was cut, added and changed is told sentence by sentence`() {
    let first = report([
      "The mayor shut the old bridge on Monday. Nobody was hurt. Two pillars of the bridge had cracked in the flood.",
      "Ferries will carry the mail until it opens again.",
    ])
    let second = report([
      "The mayor shut the old bridge on Monday. Three pillars of the bridge had cracked in the flood.",
      "Ferries will carry the mail until it opens again. She did not say when that would be.",
    ])
    #expect(
      edits(first, second) == [
        "cut: Nobody was hurt.", "changed: -Two +Three",
        "added: She did not say when that would be.",
      ])
  }

  @Test func `a new headline is a change and a new spelling is one`() {
    let first = report(
      ["The harbor's defense was organized in a week by the town."], headline: "Town acts")
    let second = report(
      ["The harbour's defence was organised in a week by the town."], headline: "A week of work")
    #expect(
      edits(first, second) == [
        "changed: -Town acts +A week of work",
        "changed: -harbor -defense -organized +harbour +defence +organised",
      ])
  }

  @Test func `the sentence that went elsewhere has moved and the others stay`() {
    let sentences = [
      "The council met behind closed doors for most of the day.",
      "A storm had taken the roof off the school that week.",
      "Four builders offered to mend it for nothing at all.",
      "Lessons went on in the fish hall by the harbour.",
    ]
    let first = report(sentences)
    let second = report([sentences[3], sentences[0], sentences[1], sentences[2]])
    let edits = Edits(first, second)
    #expect(edits.all.map(\.kind) == [.moved])
    #expect(words(edits.all.first?.copy, in: second) == sentences[3])
    #expect(words(edits.all.first?.original, in: first) == sentences[3])
    #expect(edits.kept == 3)
  }

  @Test func `quotation marks and commas are no edits`() {
    let first = report(["\"We don't know, yet,\" the mayor of the town said on Monday."])
    let second = report(["“We don’t know yet,” the mayor of the town said on Monday."])
    #expect(Edits(first, second).all.isEmpty)
  }

  @Test func `two reports of their own are all cut and all added`() {
    let kinds = Edits(report(CopySamples.bridge), report(CopySamples.harvest)).all.map(\.kind)
    #expect(kinds.filter { $0 == .cut }.count == 6)
    #expect(kinds.filter { $0 == .added }.count == 5)
  }
}
