import QuothAnnotation
import Testing

@testable import QuothEntity

@Suite("States and places")
struct StateTests {
  /// Type of the entity of the words, and whether the mention is a metonym.
  private func sense(_ words: String, in text: String) throws -> (Entity.Kind, Bool) {
    let sample = Sample(text)
    let entity = try sample.entity(words)
    let mention = try #require(entity.mentions.first { sample.words($0.span) == words })
    return (entity.type, mention.isMetonym)
  }

  @Test(arguments: [
    ("Madrid", "Madrid denied that it had blocked the deal."),
    ("Madrid", "Madrid's decision came late."),
    ("Madrid", "Madrid has repeatedly rejected the plan."),
    ("Oslo", "Talks between Oslo and Paris broke down."),
    ("Oslo", "The plan was condemned by Oslo."),
    ("Oslo", "They raised the pressure on Oslo."),
    ("Moscow", "Moscow and Minsk agreed to meet."),
    ("London", "They accused Paris and London of delay."),
    ("Ankara", "Ankara would host the talks."),
    ("Kremlin", "The Kremlin was silent."),
    ("Downing Street", "Downing Street would not comment."),
    ("White House", "A White House spokesman declined to speak."),
  ])
  func `cities and houses stand for their states`(_ name: String, _ text: String) throws {
    let (type, isMetonym) = try sense(name, in: text)
    #expect(type == .state && isMetonym)
  }

  @Test(arguments: [
    ("Madrid", "She arrived in Madrid on Monday."),
    ("Madrid", "Madrid police closed the road."),
    ("Madrid", "A Madrid-based firm built the tower."),
    ("Madrid", "Madrid's streets were empty."),
    ("Madrid", "He urged Madrid drivers to slow down."),
    ("Oslo", "The train between Oslo and Bergen stood still."),
    ("Oslo", "He flew to Oslo."),
    ("Oslo", "The ferry left Oslo at noon."),
    ("Kremlin", "Snow fell outside the Kremlin."),
    ("White House", "They met at the White House."),
  ])
  func `look-alike: the city or the house itself`(_ name: String, _ text: String) throws {
    let (type, isMetonym) = try sense(name, in: text)
    #expect(type == .place && !isMetonym)
  }

  @Test(arguments: [
    ("Norway", Entity.Kind.state, "Norway may discuss the matter."),
    ("Norway", .state, "They accused Norway of delay."),
    ("Norway", .state, "The president of Norway was there."),
    ("Norway", .state, "The fleet sold its boats to Norway."),
    ("Norway", .place, "They arrived in Norway."),
    ("Norway", .place, "He travelled to Norway by ship."),
    ("Norway", .place, "She fled from Norway at night."),
    ("Norway", .place, "It snowed on the coast of Norway."),
    ("Norway", .place, "The queen visited Norway."),
    ("Norway", .place, "He lives in Bergen, Norway."),
  ])
  func `the name of a state is a state or a place`(
    _ name: String, _ type: Entity.Kind, _ text: String
  ) throws {
    #expect(try sense(name, in: text).0 == type)
  }

  @Test func `a state that no list knows is one by what it has`() throws {
    let sample = Sample(
      "Envoys arrived in Sudland on Tuesday. Sudland may discuss the pact, Sudland's army having left."
    )
    let both = sample.entities("Sudland")
    #expect(Set(both.map(\.type)) == [.state, .place])
    #expect(both.allSatisfy { $0.link == nil && $0.country == nil })
  }

  @Test func `what speaks here and is a place there is a state`() throws {
    let sample = Sample(
      "Sudland said it would go. Nobody was hurt in Sudland.", speakers: ["Sudland"])
    #expect(sample.speakers(0).map(\.type) == [.state])
    #expect(sample.reading.attributions[0].sourceType == .state)
  }

  @Test func `name, adjective and capital are one state with its link`() throws {
    let sample = Sample(
      "Spain voted no. Spanish officials left early. Madrid said it was firm.", speakers: ["Madrid"]
    )
    let spain = try sample.entity("Spain")
    #expect(sample.mentions(spain) == ["Spain", "Spanish", "Madrid"])
    #expect(spain.mentions.map(\.kind) == [.name, .adjective, .name])
    #expect(spain.mentions.map(\.isMetonym) == [false, false, true])
    #expect(spain.link == "state:ESP" && spain.country == "ESP")
    #expect(sample.reading.attributions[0].sourceType == .state)
  }

  @Test func `a place has the country and no link`() throws {
    let entity = try Sample("It rained in Madrid.").entity("Madrid")
    #expect(entity.country == "ESP" && entity.link == nil)
  }

  @Test func `a state that is only hinted at has its own name`() throws {
    #expect(try Sample("The Kremlin was silent.").entity("Kremlin").name == "Russia")
  }

  @Test(arguments: [
    "Georgia is a hot place in summer, and Jordan likes it.", "Chad Larsen bakes bread.",
    "Korean food is sold there.", "Polish the floor first.", "The Victoria line was closed.",
  ])
  func `look-alike: names that are much else besides`(_ text: String) {
    let sample = Sample(text)
    #expect(sample.reading.entities.allSatisfy { $0.link == nil && $0.type != .state })
  }

  @Test func `a doubtful name counts where the report speaks of that state`() throws {
    let sample = Sample("Georgian troops moved on Friday. Georgia would not stop, Tbilisi said.")
    #expect(try sample.entity("Georgia").link == "state:GEO")
  }

  @Test func `an adjective that two states share follows the state the report names`() throws {
    let sample = Sample("South Korea sent a note. Korean diplomats waited.")
    #expect(try sample.entity("Korean").link == "state:KOR")
    let both = Sample("South Korea wrote to North Korea. Korean diplomats waited.")
    #expect(both.entities("Korean").isEmpty)
  }

  @Test func `a person who bears a city's name is no city`() throws {
    let sample = Sample(
      "Mayor Denise Washington opened the fair. American guests came. \"Welcome,\" Washington said.",
      speakers: ["Washington| said"])
    let mayor = try sample.entity("Denise Washington")
    #expect(mayor.type == .person && mayor.mentions.count == 2 && mayor.link == nil)
  }

  @Test func `bodies and agencies have their links`() throws {
    let sample = Sample(
      "The UN Security Council met, Reuters said. NATO did not.", speakers: ["Reuters"])
    #expect(try sample.entity("UN Security Council").link == "body:un-security-council")
    #expect(try sample.entity("NATO").link == "body:nato")
    let reuters = try sample.entity("Reuters")
    #expect(
      reuters.link == "agency:reuters" && reuters.country == "GBR" && reuters.type == .organisation)
    #expect(sample.reading.attributions[0].sourceType == .media)
  }

  @Test func `an agency is itself whoever the report says runs it`() throws {
    let sample = Sample(
      "Turkey's state-run Anadolu Agency said so.", speakers: ["Turkey's state-run Anadolu Agency"])
    #expect(sample.speakers(0).map(\.link) == ["agency:anadolu"])
  }

  @Test func `a body with a state in its name belongs to it`() throws {
    let sample = Sample(
      "The Norwegian Navy sailed. Spain's transport ministry closed the pass.",
      speakers: ["Spain's transport ministry"])
    #expect(try sample.entity("Norwegian Navy").country == "NOR")
    #expect(try sample.entity("Spain's transport ministry").country == "ESP")
  }
}
