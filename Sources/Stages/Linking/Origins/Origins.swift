/// Where the statements of a claim come from, and how many of those who back it are surely independent.
///
/// The rules are those of Documentation/Ledger.md: the innermost holder is the origin; who speaks for a body is that
/// body's; a copy comes from where it was copied; bodies of one state are one camp; unnamed holders and reports in
/// their own voice never add to others. Where it is not known whose body it is, the lower count is right.
public struct Origins: Sendable, Hashable {
  public struct Origin: Sendable, Hashable {
    public var name: String
    public var kind: Voice.Kind
    /// By what it is known across reports; nil for unnamed ones and reports in their own voice.
    public var actor: String?
    /// Keys of its statements.
    public var statements: [Int]
    /// Why these are one, in words.
    public var rule: String
    /// Those of one camp are not independent of each other; nil for unnamed ones and reports in their own voice.
    public var camp: String?
    /// Whether it adds to the number of independent origins, as the first of its camp.
    public var isCounted: Bool
  }

  public private(set) var all: [Origin] = []

  /// For each member its origin, as an index into ``all``.
  public private(set) var indices: [Int] = []

  /// - Parameters:
  ///   - members: in the order of publication.
  ///   - backs: whether each backs the leading variant.
  ///   - people: by ``Voice/person`` the fullest that reports of the story say of their offices.
  public init(_ members: [ClaimMember], backs: [Bool], people: [String: Voice] = [:]) {
    let voices = Self.completed(members.map(\.voice), people)
    var keys: [String] = []
    for (member, voice) in zip(members, voices) {
      let key = Self.key(voice, member)
      let known = keys.firstIndex { Self.isOne($0, key) }
      let index = known ?? keys.count
      if known == nil {
        keys.append(key)
        all.append(
          Origin(
            name: Self.name(voice, member), kind: voice.kind,
            actor: voice.kind == .unnamed ? nil : voice.actor, statements: [], rule: "",
            camp: Self.camp(voice, key), isCounted: false))
      } else if key.utf8.count > keys[index].utf8.count {
        keys[index] = key
      }
      all[index].statements.append(member.statement)
      indices.append(index)
    }
    count(members, backs)
    for index in all.indices { all[index].rule = rule(index, members, voices) }
  }

  /// How many are surely independent; 0 where nobody backs it.
  public var independent: Int { all.count(where: \.isCounted) }

  // MARK: Who is one

  /// Voices with what others say of the same people and bodies.
  private static func completed(_ voices: [Voice], _ people: [String: Voice]) -> [Voice] {
    let known = voices + people.sorted { $0.key < $1.key }.map(\.value)
    var owners: [String: Set<String>] = [:]
    var families: [Substring: Set<String>] = [:]
    for voice in known {
      if let body = voice.body, let owner = voice.owner { owners[body, default: []].insert(owner) }
      if let words = voice.person.map(words), words.count > 1, let last = words.last {
        families[last, default: []].insert(voice.person ?? "")
      }
    }
    return voices.map { voice in
      var voice = voice
      let name = voice.person.map(words) ?? voice.body.map { $0.split(separator: " ") } ?? []
      if name.count == 1, let whole = families[name[0]], whole.count == 1 {
        // "Brandt" beside "Ilse Brandt"
        voice.person = whole.first
        voice.body = nil
      } else if voice.person != nil, voice.body == nil, !name.isEmpty,
        let body = known.lazy.filter({ !$0.isVague }).compactMap(\.body).first(where: { body in
          Set(name).isSubset(of: body.split(separator: " "))
        })
      {
        // A company that was taken for a person
        (voice.person, voice.body) = (nil, body)
      }
      if voice.body == nil, let person = voice.person, let office = people[person] {
        (voice.body, voice.owner) = (office.body, voice.owner ?? office.owner)
        if voice.sphere == .other { voice.sphere = office.sphere }
      }
      if voice.owner == nil, let body = voice.body, let known = owners[body], known.count == 1 {
        voice.owner = known.first
      }
      return voice
    }
  }

  /// The words of a person's key, without its kind.
  private static func words(_ person: String) -> [Substring] {
    person.split(separator: ":", maxSplits: 1).last?.split(separator: " ") ?? []
  }

  private static func key(_ voice: Voice, _ member: ClaimMember) -> String {
    switch voice.kind {
    case .reporter: return "outlet " + member.outlet
    case .unnamed: return "unnamed \(member.source)"
    case .named, .state, .organisation: break
    }
    if let body = voice.body { return "body \(voice.owner ?? "?")/\(body)" }
    if let person = voice.person { return "person " + person }
    return "state " + (voice.owner ?? voice.name)
  }

  /// Whether two keys mean one: equal, or bodies of which one has all words of the other, its owner among them
  /// (*the ministry* and *Kareth's interior ministry*).
  private static func isOne(_ a: String, _ b: String) -> Bool {
    guard a != b, a.hasPrefix("body "), b.hasPrefix("body ") else { return a == b }
    let (one, other) = (bodyWords(a), bodyWords(b))
    return one.isSubset(of: other) || other.isSubset(of: one)
  }

  private static func bodyWords(_ key: String) -> Set<Substring> {
    Set(key.dropFirst(5).split(whereSeparator: { " /?".contains($0) }))
  }

  private static func name(_ voice: Voice, _ member: ClaimMember) -> String {
    voice.kind == .reporter ? member.outlet : voice.name
  }

  private static func camp(_ voice: Voice, _ key: String) -> String? {
    switch (voice.kind, voice.sphere) {
    case (.unnamed, _), (.reporter, _): nil
    case (_, .state): "state \(voice.owner ?? "?")"
    case (_, .town): "town"
    case (_, .other): voice.isVague ? someBody : key
    }
  }

  // MARK: Counting

  private mutating func count(_ members: [ClaimMember], _ backs: [Bool]) {
    var backing: Set<Int> = []
    for (index, isBacking) in zip(indices, backs) where isBacking { backing.insert(index) }
    var camps: Set<String> = []
    for index in backing.sorted() {
      guard let camp = all[index].camp, camp != Self.someState, camp != Self.someBody,
        camps.insert(camp).inserted
      else { continue }
      all[index].isCounted = true
    }
    let isOfficial = camps.contains { $0.hasPrefix("state ") || $0 == "town" }
    if !isOfficial, let index = backing.sorted().first(where: { all[$0].camp == Self.someState }) {
      all[index].isCounted = true
      camps.insert(Self.someState)
    }
    // Whoever may be one with others, and those who never add, count where there is nobody else.
    if camps.isEmpty,
      let first = backing.min(by: {
        (all[$0].camp == nil ? 1 : 0, $0) < (all[$1].camp == nil ? 1 : 0, $1)
      })
    {
      all[first].isCounted = true
    }
  }

  /// A body of a state that is not known, and a body that could be any.
  private static let someState = "state ?"
  private static let someBody = "body ?"

  private func rule(_ index: Int, _ members: [ClaimMember], _ voices: [Voice]) -> String {
    let own = indices.indices.filter { indices[$0] == index }
    let reports = Set(own.map { members[$0].report }).count
    let sources = Set(own.map { members[$0].source }).count
    var parts: [String] = []
    switch all[index].kind {
    case .unnamed:
      parts.append(
        all[index].isCounted
          ? "unnamed; counted, as nobody named backs it"
          : "unnamed; may be one with others, so it adds nothing beside them")
    case .reporter:
      parts.append(
        all[index].isCounted
          ? "in the report's own voice; counted, as nobody else backs it"
          : "in the report's own voice; adds nothing beside others")
    case .named, .state, .organisation:
      if let voice = own.lazy.map({ voices[$0] }).first(where: {
        $0.person != nil && $0.body != nil
      }),
        let body = voice.body
      {
        parts.append("\(voice.name) speaks for \(body)")
      }
      if !all[index].isCounted, let camp = all[index].camp,
        let first = all.first(where: { $0.camp == camp && $0.isCounted })
      {
        parts.append("of one camp with \(first.name)")
      }
    }
    if reports > sources { parts.append("\(reports) reports are copies of \(sources)") }
    if reports > 1, sources > 1 { parts.append("the same holder in \(reports) reports") }
    return parts.isEmpty ? "one holder in one report" : parts.joined(separator: "; ")
  }
}
