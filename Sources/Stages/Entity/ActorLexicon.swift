public import QuothAnnotation
import QuothSyntax

/// Who is known by name: states with what they are called and what stands for them, bodies, news agencies,
/// and the bearers of offices.
///
///     lexicon.senses(of: "Spanish").first?.actor.id          // "state:ESP"
///     lexicon.officeholders(named: "Kim Jong-un").first?.id  // "person:kim-jong-un"
///
/// Names are found in any spelling that shares their ``NameKey``. The files are those of `Lexicons/actors`.
public struct ActorLexicon: Sendable {
  /// The files it is read from, below the folder `Lexicons`.
  public static let files = [
    "actors/states.tsv", "actors/seats.tsv", "actors/bodies.tsv", "actors/outlets.tsv",
    "actors/roles.tsv", "actors/nouns.tsv", "actors/people.tsv",
  ]

  let roles: RoleWords
  let nouns: HeadNouns
  private let people: SortedLines
  private var senses: [String: [Actor.Sense]] = [:]
  /// Keys of names that are much else besides, *Georgia*.
  private var doubtful: Set<String> = []

  /// - Parameter file: the bytes of a file of ``files``, by name.
  /// - Throws: ``LexiconError`` naming file and line when a line has too few fields or a label that is not
  ///   known.
  /// - Complexity: O(n) in all files but that of people, which is searched when somebody is asked for.
  public init(_ file: (String) -> [UInt8]) throws(LexiconError) {
    roles = try RoleWords(LexiconRows(file, "actors/roles.tsv", fields: 2))
    nouns = try HeadNouns(LexiconRows(file, "actors/nouns.tsv", fields: 3))
    people = SortedLines(file("actors/people.tsv"))
    senses.reserveCapacity(4000)
    var states: [String: Actor] = [:]
    for name in ["actors/states.tsv", "actors/seats.tsv"] {
      for row in try LexiconRows(file, name, fields: 3).rows {
        guard row.fields[1] != "doubtful" else {
          doubtful.insert(NameKey(row.fields[2]).text)
          continue
        }
        let code = String(row.fields[0])
        let state =
          states[code]
          ?? Actor(
            id: "state:" + code, name: String(row.fields[2]), kind: .state, country: code)
        states[code] = state
        add(row.fields[2], state, try row.label(Actor.Form.self, field: 1))
      }
    }
    for row in try LexiconRows(file, "actors/bodies.tsv", fields: 4).rows {
      let kind = try row.label(Actor.Kind.self, field: 1)
      let names = row.fields[3].split(separator: "|")
      let actor = Actor(
        id: "\(kind.rawValue):\(row.fields[0])", name: String(names.first ?? row.fields[0]),
        kind: kind, country: row.fields[2] == "-" ? nil : String(row.fields[2]))
      for name in names { add(name, actor, .name) }
    }
    for row in try LexiconRows(file, "actors/outlets.tsv", fields: 2).rows {
      let key = NameKey(row.fields[1]).text.split(separator: " ").joined(separator: "-")
      let outlet = Actor(
        id: "media:" + key, name: String(row.fields[1]), kind: .media,
        country: String(row.fields[0]))
      add(row.fields[1], outlet, .name)
    }
  }

  private mutating func add(_ name: Substring, _ actor: Actor, _ form: Actor.Form) {
    let key = NameKey(name)
    let isCapitals = !name.utf8.contains { 0x61...0x7A ~= $0 }
    var known = senses[key.text] ?? []
    if let same = known.firstIndex(where: { $0.actor.id == actor.id && $0.form == form }) {
      known[same].isCapitals = known[same].isCapitals && isCapitals
    } else {
      known.append(Actor.Sense(actor: actor, form: form, isCapitals: isCapitals))
    }
    senses[key.text] = known
  }

  /// What a name may say: several senses when it has several bearers or forms.
  ///
  /// - Complexity: O(n) in bytes of the name.
  public func senses(of name: String) -> [Actor.Sense] {
    let key = NameKey(name).text
    guard let found = senses[key] else { return [] }
    let isCapitals = !name.utf8.contains { 0x61...0x7A ~= $0 }
    return isCapitals ? found : found.filter { !$0.isCapitals }
  }

  /// Whether a name is much else besides, so that it needs support: *Georgia*, *Washington*.
  func isDoubtful(_ name: String) -> Bool { doubtful.contains(NameKey(name).text) }

  /// Everybody of this name, by any spelling; for one word, the bearers of a well-known surname.
  public func officeholders(named name: String) -> [Officeholder] {
    officeholders(key: NameKey(name).text)
  }

  /// Everybody whose name is a transliteration like this one.
  func officeholders(sounding name: String) -> [Officeholder] {
    NameKey(name).sound.map { officeholders(key: $0) } ?? []
  }

  private func officeholders(key: String) -> [Officeholder] {
    var found: [Officeholder] = []
    for fields in people.fields(of: key) where fields.count >= 2 {
      let id = fields[0]
      guard let entry = fields[1].hasPrefix("=") ? entry(id, at: fields[1]) : fields,
        entry.count == 3
      else { continue }
      let person = Officeholder(
        id: "person:" + id, name: entry[1], offices: Officeholder.offices(entry[2]))
      if !found.contains(where: { $0.id == person.id }) { found.append(person) }
    }
    return found
  }

  /// The whole entry to which a further spelling points.
  private func entry(_ id: String, at pointer: String) -> [String]? {
    people.fields(of: String(pointer.dropFirst())).first { $0.count == 3 && $0[0] == id }
  }

  /// Whether somebody in the lexicon has a word as first name.
  func isGivenName(_ word: String) -> Bool {
    let key = NameKey(word).text
    return key.utf8.count > 2 && people.hasKey(beginning: key + " ")
  }

  /// Whether a person is known by surname alone or held an office whose title is known.
  func isWellKnown(_ person: Officeholder) -> Bool {
    person.offices.contains { $0.title != nil }
      || NameKey(person.name).words.contains { word in
        people.fields(of: String(word)).contains { $0.first.map { "person:" + $0 } == person.id }
      }
  }
}
