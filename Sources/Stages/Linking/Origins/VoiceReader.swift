import QuothAnnotation
import QuothEntity
import QuothReport
public import QuothStatement

/// Reads who stands behind each statement of a report.
///
///     VoiceReader(reading, lexicon: lexicon).voices[0].name     // "Ilse Brandt"
public struct VoiceReader {
  private let reading: Reading
  private let lexicon: VoiceLexicon
  private let bytes: [UInt8]
  /// Names of states and places that the report names, in lower case.
  private let lands: Set<String>

  public init(_ reading: Reading, lexicon: VoiceLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    bytes = Array(reading.report.text.utf8)
    lands = Set(
      reading.entities.filter { $0.type == .state || $0.type == .place }
        .map { NameKey($0.name).text })
  }

  /// One a statement.
  public var voices: [Voice] { reading.statements.map(voice) }

  private func voice(_ statement: Statement) -> Voice {
    switch statement.holder {
    case .reporter:
      return Voice(kind: .reporter, name: outlet)
    case .nobody:
      return Voice(kind: .unnamed, name: "nobody named", messengers: messengers(statement))
    case .entities(let ids):
      let attribution = statement.attribution.flatMap {
        reading.attributions.indices.contains($0) ? reading.attributions[$0] : nil
      }
      var voice =
        ids.first { reading.entities.indices.contains($0) }
        .map { self.voice(of: reading.entities[$0], attribution) }
        ?? Voice(kind: .unnamed, name: "nobody named")
      voice.messengers = messengers(statement)
      return voice
    }
  }

  private var outlet: String {
    reading.report.publisher?.value ?? reading.report.url?.value ?? reading.report.file
      ?? reading.report.id
  }

  private func messengers(_ statement: Statement) -> [String] {
    statement.chain.dropFirst().dropLast().compactMap { link in
      guard case .entities(let ids) = link, let id = ids.first,
        reading.entities.indices.contains(id)
      else { return nil }
      return reading.entities[id].name
    }
  }

  // MARK: Somebody

  private func voice(of entity: Entity, _ attribution: Attribution?) -> Voice {
    let isNamed = entity.link != nil || entity.mentions.contains { $0.kind == .name }
    switch entity.type {
    case .person:
      return isNamed ? person(entity) : somebody(entity, attribution)
    case .group where !isBody(entity):
      return somebody(entity, attribution)
    case .state:
      return Voice(
        kind: .state, name: entity.name, owner: NameKey(entity.name).text, sphere: .state)
    default:
      return body(entity, isNamed: isNamed, attribution)
    }
  }

  /// A named person, in an office or as nobody's officer.
  private func person(_ entity: Entity) -> Voice {
    var voice = Voice(kind: .named, name: entity.name, person: ActorKey(entity)?.text)
    for role in entity.roles where role.standing != .former {
      let words = NameKey(text(role.span)).words
      guard speaks(words) else { continue }
      let office = office(words)
      if voice.body == nil { voice.body = office.body }
      if voice.sphere == .other { voice.sphere = office.sphere }
      guard let of = role.of, reading.entities.indices.contains(of) else { continue }
      let owner = reading.entities[of]
      if owner.type == .state || owner.type == .place || lands.contains(NameKey(owner.name).text) {
        voice.owner = voice.owner ?? NameKey(owner.name).text
      } else {
        let (body, land) = parts(NameKey(owner.name).words)
        voice.body = voice.body ?? body
        voice.owner = voice.owner ?? land
        if voice.sphere == .other { voice.sphere = self.office(NameKey(owner.name).words).sphere }
      }
    }
    return voice
  }

  /// Somebody without a name: an officer of a body is the body's voice, all else is unnamed.
  private func somebody(_ entity: Entity, _ attribution: Attribution?) -> Voice {
    let phrase = attribution?.source.first.map(text) ?? entity.name
    let words = NameKey(phrase).words
    let office = office(words)
    guard let body = office.body, words.contains(where: { lexicon.holds($0, .spokesperson) }) else {
      return Voice(kind: .unnamed, name: phrase)
    }
    return Voice(
      kind: office.sphere == .state ? .state : .organisation, name: phrase, body: body,
      owner: parts(words).owner, sphere: office.sphere)
  }

  private func body(_ entity: Entity, isNamed: Bool, _ attribution: Attribution?) -> Voice {
    let words = NameKey(entity.name).words.drop { Self.determiners.contains($0) }
    let (body, owner) = parts(Array(words))
    let sphere = office(Array(words)).sphere
    let isUnnamed = !isNamed && (attribution?.sourceType.isUnnamed ?? false) && sphere == .other
    return Voice(
      kind: isUnnamed ? .unnamed : sphere == .state ? .state : .organisation, name: entity.name,
      body: body, owner: entity.country?.lowercased() ?? owner, sphere: sphere)
  }

  private func isBody(_ entity: Entity) -> Bool {
    office(NameKey(entity.name).words).body != nil
      && !NameKey(entity.name).words.contains { lexicon.holds($0, .spokesperson) }
  }

  // MARK: Words of offices

  private func speaks(_ words: [Substring]) -> Bool {
    words.contains {
      lexicon.holds($0, .spokesperson, .officer, .stateOfficer, .townOfficer)
    }
  }

  /// The body in words of an office, from its first noun on, and its sphere.
  private func office(_ words: [Substring]) -> (body: String?, sphere: Voice.Sphere) {
    if let noun = words.firstIndex(where: { lexicon.holds($0, .townBody) }) {
      return (name(words, endingAt: noun), .town)
    }
    if let noun = words.firstIndex(where: { lexicon.holds($0, .stateBody) }) {
      return (name(words, endingAt: noun), .state)
    }
    if words.contains(where: { lexicon.holds($0, .townOfficer) }) { return (nil, .town) }
    if words.contains(where: { lexicon.holds($0, .stateOfficer) }) { return (nil, .state) }
    return (nil, .other)
  }

  /// The noun of a body with the word before it that says which: *interior ministry*.
  private func name(_ words: [Substring], endingAt noun: Int) -> String {
    guard noun > 0 else { return String(words[noun]) }
    let before = words[noun - 1]
    let isKind =
      !Self.determiners.contains(before) && !lands.contains(String(before))
      && !before.hasSuffix("s") && !lexicon.holds(before, .spokesperson, .officer)
    return (isKind ? before + " " : "") + words[noun]
  }

  /// A name without the land that owns it: *Kareth's interior ministry*, *the interior ministry of Kareth*.
  private func parts(_ words: [Substring]) -> (body: String?, owner: String?) {
    // NameKey writes "Kareth's" as "kareths".
    let owner = words.lazy.compactMap { word -> String? in
      let bare = word.hasSuffix("s") ? String(word.dropLast()) : String(word)
      return lands.contains(String(word)) ? String(word) : lands.contains(bare) ? bare : nil
    }.first
    let rest = words.filter { word in
      !Self.determiners.contains(word) && word != "of" && String(word) != owner
        && String(word) != owner.map { $0 + "s" }
    }
    return (rest.isEmpty ? nil : office(Array(rest)).body ?? rest.joined(separator: " "), owner)
  }

  private static let determiners: Set<Substring> = ["the", "a", "an", "its", "their", "his", "her"]

  private func text(_ span: Span) -> String {
    String(decoding: bytes[span.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
