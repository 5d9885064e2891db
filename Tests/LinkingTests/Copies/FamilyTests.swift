import QuothLinking
import Testing

@Suite struct FamilyTests {
  private func original(_ members: Family.Member...) -> String {
    let forward = Family.original(among: Array(members.indices), of: members)
    let backward = Family.original(among: members.indices.reversed(), of: members)
    #expect(forward == backward)
    return members[forward].id
  }

  private func member(
    _ id: String, _ published: String? = nil, credit: String? = nil, publisher: String? = nil,
    words: Int = 100
  ) -> Family.Member {
    Family.Member(
      id: id, published: published, publisher: publisher,
      credits: credit.map { [Credit(name: $0, scope: .whole)] } ?? [], words: words)
  }

  @Test func `the first that was published is the original`() {
    #expect(original(member("a", "2026-03-05"), member("b", "2026-03-04")) == "b")
    #expect(
      original(member("a", "2026-03-04T09:00:00+02:00"), member("b", "2026-03-04T08:00:00Z")) == "a"
    )
    #expect(original(member("a", "2026-02-28T23:59:00Z"), member("b", "2026-03-01")) == "a")
  }

  @Test func `a day is not before an hour of that day and the credit decides`() {
    #expect(
      original(
        member("a", "2026-03-04", credit: "Coastal News Agency"),
        member("b", "2026-03-04T18:00:00Z")) == "b")
  }

  @Test func `an agency that credits itself copies nobody`() {
    #expect(
      original(
        member("a", "2026-03-04", credit: "Coastal News Agency", publisher: "Coastal News Agency"),
        member("b", "2026-03-04", credit: "Coastal News Agency", publisher: "Herald", words: 300))
        == "a")
  }

  @Test func `of two without a time the longer one was first, and then the id tells`() {
    #expect(original(member("a", words: 90), member("b", words: 200)) == "b")
    #expect(original(member("b"), member("a")) == "a")
  }

  @Test func `whole copies are one family and a partial copy joins it`() {
    let members = [
      member("wire", "2026-03-04T06:00:00Z"), member("herald", "2026-03-04T09:00:00Z"),
      member("courier", "2026-03-04T08:00:00Z"), member("roundup", "2026-03-05"),
      member("other", "2026-03-03"),
    ]
    let links = [
      Family.Link(first: 1, second: 2, ofFirst: .whole, ofSecond: .whole),
      Family.Link(first: 0, second: 2, ofFirst: .whole, ofSecond: .whole),
      Family.Link(first: 3, second: 0, ofFirst: .partial, ofSecond: .partial),
      Family.Link(first: 3, second: 1, ofFirst: .partial, ofSecond: .partial),
      Family.Link(first: 4, second: 3, ofFirst: .partial, ofSecond: .partial),
    ]
    #expect(
      families(members, links) == [
        "wire: herald whole, courier whole, roundup partial", "other: roundup partial",
      ])
  }

  @Test func `what a copy and a partial copy share is told in the family that had it first`() {
    let members = [
      member("wire", "2026-03-04T06:00:00Z"), member("part", "2026-03-04T07:00:00Z"),
      member("copy", "2026-03-04T08:00:00Z"),
    ]
    let links = [
      Family.Link(first: 0, second: 1, ofFirst: .partial, ofSecond: .partial),
      Family.Link(first: 0, second: 2, ofFirst: .whole, ofSecond: .whole),
      Family.Link(first: 1, second: 2, ofFirst: .partial, ofSecond: .partial),
    ]
    #expect(families(members, links) == ["wire: part partial, copy whole"])
  }

  @Test func `an outlet does not copy itself`() {
    let members = [
      member("a", "2026-03-04", publisher: "Herald"),
      member("b", "2026-03-05", publisher: "Herald"),
    ]
    let links = [Family.Link(first: 0, second: 1, ofFirst: .partial, ofSecond: .partial)]
    #expect(families(members, links).isEmpty)
  }

  @Test func `a brief that grew is the original and the longer one holds a part`() {
    let members = [member("brief", "2026-03-04T06:00:00Z"), member("long", "2026-03-04T09:00:00Z")]
    let links = [Family.Link(first: 0, second: 1, ofFirst: .whole, ofSecond: .partial)]
    #expect(families(members, links) == ["brief: long partial"])
  }

  /// Each family: its original, then its copies.
  private func families(_ members: [Family.Member], _ links: [Family.Link]) -> [String] {
    Family.families(of: members, links).map { family in
      let copies = family.copies.map { "\(members[$0.member].id) \($0.extent.rawValue)" }
      return "\(members[family.original].id): \(copies.joined(separator: ", "))"
    }
  }
}
