import QuothReport

/// Who stands behind a statement, as one report tells it: the innermost holder, and whom it speaks for.
public struct Voice: Sendable, Hashable {
  public var kind: Kind
  /// As the report names it.
  public var name: String
  /// By what it is known across reports, where it has a name: its ``ActorKey``.
  public var actor: String?
  /// The same, of a person.
  public var person: String?
  /// The body that it is, or whose officer or spokesperson it is, in lower case without its owner: *interior ministry*.
  public var body: String?
  /// The state, town or company that the body belongs to, in lower case.
  public var owner: String?
  public var sphere: Sphere
  /// Whether it is a body without a name, which could be any of its kind: *the company*.
  public var isVague: Bool
  /// Those whom it went through, from the reporter inwards, the holder left out.
  public var messengers: [String]

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case named, state, organisation, unnamed, reporter
  }

  /// What kind of body somebody speaks for: all bodies of one state are one camp.
  public enum Sphere: String, Sendable, Hashable {
    case state, town, other
  }

  public init(
    kind: Kind, name: String, actor: String? = nil, person: String? = nil, body: String? = nil,
    owner: String? = nil,
    sphere: Sphere = .other, isVague: Bool = false, messengers: [String] = []
  ) {
    self.kind = kind
    self.name = name
    self.actor = actor
    self.person = person
    self.body = body
    self.owner = owner
    self.sphere = sphere
    self.isVague = isVague
    self.messengers = messengers
  }
}

extension Voice {
  /// As JSON, for a store.
  public var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("kind", kind.rawValue)
      json.member("name", name)
      if let actor { json.member("actor", actor) }
      if let person { json.member("person", person) }
      if let body { json.member("body", body) }
      if let owner { json.member("owner", owner) }
      if sphere != .other { json.member("sphere", sphere.rawValue) }
      if isVague {
        json.key("vague")
        json.bool(true)
      }
      if !messengers.isEmpty { json.member("messengers", messengers) }
    }
    return json.text
  }

  /// Nil for what ``json`` did not write.
  public init?(json text: String) {
    guard let json = JSON(text), let name = json["name"]?.string,
      let kind = json["kind"]?.string.flatMap(Kind.init)
    else { return nil }
    self.init(
      kind: kind, name: name, actor: json["actor"]?.string, person: json["person"]?.string,
      body: json["body"]?.string,
      owner: json["owner"]?.string, sphere: json["sphere"]?.string.flatMap(Sphere.init) ?? .other,
      isVague: json["vague"] == .boolean(true),
      messengers: json["messengers"]?.elements.compactMap(\.string) ?? [])
  }
}
