import Foundation
import QuothReport
import QuothTestSupport
import QuothText
import Testing

@testable import QuothAnnotation
@testable import QuothSyntax

/// Rules that read the tree, on trees and drafts written by hand.
@Suite struct `Sayings by grammar` {
  private let lexicon: Lexicon

  init() throws { lexicon = try shippedLexicon() }

  /// What becomes of drafts, each written "source | cue | content", with the words of the tree.
  private func completed(_ lines: String, _ drafts: String...) -> [String] {
    let tree = Tree(lines)
    let written = tree.forms.joined(separator: " ")
    let words = Words(text(written))
    let passage = Passage(written)
    let given = drafts.map { draft($0, in: written) }
    let frames = SayingFrames(
      clauses: Clauses(words: words, lexicon: lexicon),
      syntax: Syntax(words: tree.words, names: []))
    return frames.completed(given).map { draft in
      [draft.source, draft.cue, draft.content]
        .map { $0.map(passage.words).joined(separator: " + ") }.joined(separator: " | ")
    }
  }

  /// A draft written "source | cue | content", with the words of the text.
  private func draft(_ draft: String, in written: String) -> Draft {
    func spans(_ part: String) -> [Span] {
      guard !part.isEmpty, let found = written.range(of: part) else { return [] }
      let start = written.utf8.distance(from: written.startIndex, to: found.lowerBound)
      return [Span(start: start, end: start + part.utf8.count)]
    }
    let parts = draft.split(separator: "|", omittingEmptySubsequences: false)
      .map {
        String($0.drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
      }
    return Draft(
      source: spans(parts[0]), cue: spans(parts[1]), content: spans(parts[2]),
      evidence: .init(roles: 1, content: 1, source: 1))
  }

  private let tagged = """
    Shells NNS nsubj 2
    struck VBD root 0
    the DT det 4
    weir NN obj 2
    , , punct 8
    the DT det 7
    ministry NN nsubj 8
    said VBD parataxis 2
    . . punct 2
    """

  @Test func `what the model has nothing of is added, with the tag behind it`() {
    #expect(completed(tagged) == ["the ministry | said | Shells struck the weir"])
  }

  @Test func `a saying that is there stays as it is`() {
    #expect(
      completed(tagged, "the ministry | said | Shells struck") == [
        "the ministry | said | Shells struck"
      ])
  }

  @Test func `a clause behind the verb is what is said, without its conjunction`() {
    let found = completed(
      """
      The DT det 2
      miller NN nsubj 3
      said VBD root 0
      that IN mark 7
      the DT det 6
      weir NN nsubj 7
      held VBD ccomp 3
      . . punct 3
      """)
    #expect(found == ["The miller | said | the weir held"])
  }

  @Test func `what was not said is no saying`() {
    let found = completed(
      """
      The DT det 2
      miller NN nsubj 5
      did VBD aux 5
      not RB advmod 5
      say VB root 0
      the DT det 7
      weir NN nsubj 8
      held VBD ccomp 5
      . . punct 5
      """)
    #expect(found.isEmpty)
  }

  @Test func `a source of another sentence yields to the subject of the verb`() {
    let found = completed(
      """
      Rey NNP nsubj 2
      left VBD root 0
      . . punct 2

      The DT det 2
      miller NN nsubj 3
      said VBD root 0
      the DT det 5
      weir NN nsubj 6
      held VBD ccomp 3
      . . punct 3
      """, "Rey | said | the weir held")
    #expect(found == ["The miller | said | the weir held"])
  }

  @Test
  func `the subject of another saying yields to the verb's own, and ends what was said before`() {
    let found = completed(
      """
      Rey NNP nsubj 2
      said VBD root 0
      he PRP nsubj 4
      crossed VBD ccomp 2
      , , punct 9
      and CC cc 9
      the DT det 8
      miller NN nsubj 9
      added VBD conj 2
      it PRP nsubj 11
      rained VBD ccomp 9
      . . punct 2
      """, "Rey | said | he crossed , and the miller", "Rey | added | it rained")
    #expect(found == ["Rey | said | he crossed", "the miller | added | it rained"])
  }

  @Test func `a second verb of the same subject has a content of its own`() {
    let found = completed(
      """
      Rey NNP nsubj 2
      denied VBD root 0
      that IN mark 6
      troops NNS nsubj 6
      had VBD aux 6
      fired VBN ccomp 2
      and CC cc 8
      accused VBD conj 2
      Norland NNP obj 8
      of IN case 11
      haste NN obl 8
      . . punct 2
      """, "Rey | denied | troops had fired and accused Norland of haste")
    #expect(
      found == ["Rey | denied | troops had fired", "Rey | accused | Norland of haste"])
  }

  @Test func `what somebody denies having done or does not rule out is said`() {
    let denied = completed(
      """
      The DT det 2
      union NN nsubj 3
      denied VBD root 0
      taking VBG xcomp 3
      part NN obj 4
      . . punct 3
      """)
    #expect(denied == ["The union | denied | taking part"])
    let open = completed(
      """
      She PRP nsubj 4
      did VBD aux 4
      not RB advmod 4
      rule VB root 0
      out RP compound 4
      a DT det 7
      strike NN obj 4
      . . punct 4
      """)
    #expect(open == ["She | did not rule out | a strike"])
  }

  @Test func `who is told something is no part of what is said`() {
    let found = completed(
      """
      Lund NNP nsubj 2
      told VBD root 0 tell
      his PRP$ nmod:poss 4
      friend NN iobj 2
      the DT det 6
      boats NNS nsubj 8
      were VBD cop 8
      safe JJ ccomp 2
      . . punct 2
      """, "Lund | told | his friend the boats were safe")
    #expect(found == ["Lund | told | the boats were safe"])
  }

  /// Whether a draft is no saying.
  private func isNone(_ lines: String, _ written: String) -> Bool {
    let tree = Tree(lines)
    let report = tree.forms.joined(separator: " ")
    return NoSaying(
      clauses: Clauses(words: Words(text(report)), lexicon: lexicon),
      syntax: Syntax(words: tree.words, names: [])
    ).holds(draft(written, in: report))
  }

  private func denial(of pronoun: String, _ rest: String) -> String {
    """
    They PRP nsubj 2
    denied VBD root 0 deny
    \(pronoun) PRP \(rest.isEmpty ? "obj" : "iobj") 2
    \(rest). . punct 2
    """
  }

  @Test func `what is withheld is not denied`() {
    #expect(isNone(denial(of: "him", "bail NN obj 2\n"), "They | denied | him bail"))
    #expect(!isNone(denial(of: "them", ""), "They | denied | them"))
  }

  @Test func `whoever stands for something says nothing by being called so`() {
    let found = isNone(
      """
      The DT det 2
      advocate NN nsubj 6
      for IN case 5
      higher JJR amod 5
      wages NNS nmod 2
      slept VBD root 0
      . . punct 6
      """, "The | advocate | higher wages")
    #expect(found)
  }
}
