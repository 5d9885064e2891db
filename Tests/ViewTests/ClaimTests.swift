import Foundation
import QuothAnnotation
import QuothReport
import QuothStatement
import Testing

@testable import QuothView

/// What a brief, a page and an answer tell of claims.
@Suite struct ClaimTests {
  private static func brief(_ sample: Sample, _ width: Int = 100) -> String {
    Brief(sample.reading).text(width: width, isColoured: false)
  }

  /// One sentence by a named minister: what comes of its words, certainty and act.
  private static func said(
    _ words: String, _ certainty: Certainty, act: Attribution.Act = .state,
    timeClass: Statement.TimeClass = .pastFact
  ) -> String {
    var sample = Sample([(.body, "Minister Bo Elm said \(words).")])
    let elm = sample.entity("Bo Elm")
    let attribution = sample.attribute(
      [sample.span(words)], to: [sample.span("Minister Bo Elm")], by: [sample.span("said")],
      act: act, entities: [elm])
    sample.state([sample.span(words)], in: attribution, certainty, timeClass: timeClass)
    return brief(sample)
  }

  /// *The ferry that Elm built sank*, with what the relative clause says told in the line of the other.
  private static func details(answered: Bool) -> String {
    var sample = Sample([(.body, "The ferry that Elm built sank. It was a raft.")])
    let whole = sample.span("The ferry that Elm built sank")
    let host = sample.state([sample.span("The ferry"), sample.span("sank")], told: [whole])
    let detail = sample.state([sample.span("The ferry that Elm built")], with: host)
    let raft = sample.state([sample.span("It was a raft")])
    sample.relate(
      raft, answered ? .conflicts : .corroborates, detail, by: sample.span("It was a raft"))
    return brief(sample)
  }

  @Test func `a detail is told in the line of what it hangs on`() {
    let brief = Self.details(answered: false)
    #expect(brief.contains("certain  The ferry that Elm built sank · also the report itself"))
    #expect(brief.contains("2 by the report itself"))
  }

  @Test func `a detail that somebody answers has a line of its own`() {
    #expect(Self.details(answered: true).contains("DISPUTED\n  The ferry that Elm built\n"))
  }

  @Test func `a phrase is told with its verb, unless that only says that it was said`() {
    func told(_ cue: String) -> String {
      var sample = Sample([(.body, "Bo Elm \(cue) the plan.")])
      let attribution = sample.attribute(
        [sample.span("the plan")], to: [sample.span("Bo Elm")], by: [sample.span(cue)],
        entities: [sample.entity("Bo Elm")])
      sample.state([sample.span("the plan")], in: attribution, isPhrase: true)
      return Self.brief(sample)
    }
    #expect(told("praised").contains("certain  praised the plan"))
    #expect(told("said").contains("certain  the plan"))
  }

  @Test func `certainty is a word`() {
    #expect(Self.said("the ferry sank", .certain).contains("certain  the ferry sank"))
    #expect(Self.said("the ferry sank", Certainty(.probable)).contains("probable  the ferry"))
    #expect(Self.said("the ferry may sink", Certainty(.possible)).contains("possible  the ferry"))
    #expect(Self.said("whether it sank", .uncommitted).contains("open  whether it sank"))
  }

  @Test func `a negation is said once, by the words themselves or beside them`() {
    let no = Certainty(.certain, isNegative: true)
    #expect(Self.said("the ferry did not sink", no).contains("certain  the ferry did not sink"))
    #expect(Self.said("the ferry sank", no).contains("certainly not  the ferry sank"))
    #expect(
      Self.said("the ferry sank", Certainty(.probable, isNegative: true))
        .contains("probably not  the ferry sank"))
  }

  @Test func `a promise, a plea and a denial are named, and a plan never reads like a fact`() {
    #expect(
      Self.said("it will sail", .certain, act: .promise, timeClass: .planned)
        .contains("promise  it will sail · planned"))
    #expect(
      Self.said("crews to go home", .uncommitted, act: .urge, timeClass: .normative)
        .contains("urge  crews to go home · normative"))
    #expect(Self.said("the ferry sank", .certain, act: .deny).contains("denies"))
  }

  @Test func `a denial of what nobody in the report claims is a dispute of its own`() {
    let brief = Self.said("the ferry sank", Certainty(.certain, isNegative: true), act: .deny)
    #expect(brief.contains("DISPUTED\n  the ferry sank\n    denies  Bo Elm, Minister"))
    #expect(!brief.contains("BY SOURCE"))
    #expect(brief.contains("1 denied"))
  }

  @Test func `the publisher takes no side only where it is known and holds nothing itself`() {
    #expect(Self.brief(.kestrel).contains("Harbour Herald takes no side."))
    let brief = Self.said("the ferry sank", .certain, act: .deny)
    #expect(!brief.contains("takes no side"))
  }

  @Test func `words cut out of a quotation keep their marks`() {
    let brief = Self.brief(.kestrel)
    #expect(brief.contains("“They fired on civilians”"))
    #expect(brief.contains("“they will answer for it”"))
  }

  @Test func `what somebody would not say stands apart, with what it was about`() {
    var sample = Sample([
      (.body, "Envoy Ola Berg said the palace cat bit him. The palace declined to comment.")
    ])
    let berg = sample.entity("Ola Berg")
    let palace = sample.entity("The palace", .organisation)
    let bitten = sample.attribute(
      [sample.span("the palace cat bit him")], to: [sample.span("Envoy Ola Berg")],
      by: [sample.span("said")], entities: [berg])
    sample.attribute(
      [sample.span("comment")], to: [sample.span("The palace")], by: [sample.span("declined")],
      act: .decline, type: .organisation, entities: [palace])
    let bite = sample.state([sample.span("the palace cat bit him")], in: bitten)
    sample.relate(nil, .declinesComment, bite, by: sample.span("declined"))
    let brief = Self.brief(sample)
    #expect(
      brief.contains("WOULD NOT SAY\n  The palace: declined … comment · about the palace cat"))
    #expect(!brief.contains("open"))
  }

  @Test func `only named sources of different camps confirm each other independently`() {
    for (country, isIndependent) in [("SUD", true), ("NOR", false)] {
      var sample = Sample([
        (
          .body,
          "Minister Bo Elm said the bridge fell. General Ida Lund confirmed that the bridge fell."
        )
      ])
      let elm = sample.entity("Bo Elm")
      let lund = sample.entity("Ida Lund")
      sample.reading.entities[elm].country = "NOR"
      sample.reading.entities[lund].country = country
      let first = sample.attribute(
        [sample.span("the bridge fell")], to: [sample.span("Minister Bo Elm")],
        by: [sample.span("said")], entities: [elm])
      let second = sample.attribute(
        [sample.span("the bridge fell", 2)], to: [sample.span("General Ida Lund")],
        by: [sample.span("confirmed")], act: .confirm, entities: [lund])
      let fell = sample.state([sample.span("the bridge fell")], in: first)
      let too = sample.state([sample.span("the bridge fell", 2)], in: second)
      sample.relate(too, .confirms, fell, by: sample.span("confirmed"))
      let brief = Self.brief(sample)
      #expect(brief.contains("confirmed by Ida Lund ¶1"))
      #expect(
        brief.contains(isIndependent ? "1 independently confirmed" : "nothing independently"))
    }
  }

  @Test func `what the report says in its own voice comes last, without its headline`() throws {
    var sample = Sample([
      (.headline, "Ferry sinks"), (.body, "The ferry sank. Bo Elm said it was old."),
    ])
    sample.state([sample.span("Ferry sinks")])
    sample.state([sample.span("The ferry sank")])
    let elm = sample.entity("Bo Elm")
    let attribution = sample.attribute(
      [sample.span("it was old")], to: [sample.span("Bo Elm")], by: [sample.span("said")],
      entities: [elm])
    sample.state([sample.span("it was old")], in: attribution)
    let brief = Self.brief(sample)
    let own = try #require(brief.range(of: "the report itself\n    certain  The ferry sank"))
    let other = try #require(brief.range(of: "certain  it was old"))
    #expect(other.lowerBound < own.lowerBound)
    #expect(!brief.contains("Ferry sinks  "))
    #expect(brief.contains("1 by the report itself"))
  }

  @Test func `a place is named with its country, and one that the gazetteer lacks is said`() {
    let brief = Self.brief(.kestrel)
    #expect(brief.contains("  Saltport, Norland\n"))
    #expect(brief.contains("  not on the map: Kestrel bridge\n"))
  }

  @Test func `relations to statements that are not there change nothing`() {
    var sample = Sample.kestrel
    let before = Self.brief(sample)
    sample.relate(99, .denies, 0, by: sample.span("denied"))
    sample.relate(1, .confirms, 77, by: sample.span("denied"))
    #expect(Self.brief(sample) == before)
  }
}
